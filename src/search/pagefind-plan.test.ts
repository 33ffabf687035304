import assert from 'node:assert/strict';
import test from 'node:test';
import { pagefindPlan, VOLUME, volumesOf } from './pagefind-plan.ts';

const settings = (pagefind: 'auto' | 'on' | 'off') => ({ search: { pagefind } });
const articles = (count: number, chars: number) =>
  Array.from({ length: count }, () => ({ title: '一二三四五六七八九十', chars }));
const total = (plan: ReturnType<typeof pagefindPlan>, list: ReturnType<typeof articles>): number[] =>
  volumesOf(list, plan).map(({ chars }) => chars);

test('a small archive brings along all its text, in one volume', () => {
  const list = articles(100, 5_000);
  const plan = pagefindPlan(settings('auto'), list);
  assert.deepEqual(plan, { ...plan, build: true, reason: 'all text of every article' });
  assert.deepEqual(total(plan, list), [501_000]);
});

test('off is off, and on takes all text in as many volumes as it needs', () => {
  const list = articles(1_000, 9_990);
  assert.deepEqual(pagefindPlan(settings('off'), list), {
    build: false,
    reason: 'search.pagefind is off',
    share: 0,
  });
  assert.deepEqual(
    total(pagefindPlan(settings('on'), list), list),
    [2_500_000, 2_500_000, 2_500_000, 2_500_000],
  );
});

for (const [count, share, volumes] of [
  [3_000, 700, 1],
  [10_000, 200, 1],
  [30_000, 200, 3],
  [100_000, 100, 5],
  [1_000_000, 0, 5],
] as const)
  test(`${count} long articles have word search within ${volumes} volumes`, () => {
    const list = articles(count, 50_000);
    const plan = pagefindPlan(settings('auto'), list);
    assert.equal(plan.build, true);
    assert.equal(plan.share, share);
    if (count <= 100_000) assert.ok(total(plan, list).length <= volumes);
    assert.match(plan.reason, share === 700 ? /^title and up to 700 characters of each article/ : /^title/);
  });

test('long articles leave room to short ones and take what these do not need', () => {
  const list = [...articles(2_900, 100), ...articles(100, 30_000)];
  const plan = pagefindPlan(settings('auto'), list);
  assert.equal(plan.share, 20_000);
  assert.ok((total(plan, list)[0] ?? 0) <= VOLUME);
});

test('one more article at the end changes the last volume only', () => {
  const list = articles(60_000, 50_000);
  const plan = pagefindPlan(settings('auto'), list);
  const more = [...list, ...articles(1, 50_000)];
  assert.equal(pagefindPlan(settings('auto'), more).share, plan.share);
  assert.deepEqual(total(plan, more).slice(0, -1), total(plan, list).slice(0, -1));
});

test('a title longer than an index takes in counts for no more', () => {
  const list = [{ title: '长'.repeat(3_000_000), chars: 10 }];
  assert.deepEqual(total(pagefindPlan(settings('auto'), list), list), [310]);
});
