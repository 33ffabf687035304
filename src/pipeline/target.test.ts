import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { listFiles } from '../files/list-files.ts';
import { SiteTree } from '../files/site-tree.ts';
import { Folder } from '../files/testing.ts';
import type { Context } from './context.ts';
import { type Item, whole } from './item.ts';
import type { TargetRecord } from './record.ts';
import { runTargets, type Target, told } from './target.ts';
import { contextOf } from './testing.ts';

type Before = Readonly<Record<string, TargetRecord>>;

/** A build over what stands in `out`. */
function contextIn(folder: Folder, before: Before = {}, more: Partial<Context> = {}): Context {
  const out = folder.at('out');
  const tree = new SiteTree(folder.at('staging'), out, new Map(), new Set(listFiles(out)));
  return contextOf({ tree, before: new Map(Object.entries(before)), ...more });
}

/** A target of one file that it writes at once. */
const targetOf = (name: string, fields: Partial<Target> = {}): Target => ({
  name,
  after: [],
  items: () => whole(name, 'key', name),
  async make(stale, { tree }) {
    for (const file of stale.flatMap(({ files }) => files)) tree.write(file, name);
    return { data: null };
  },
  data: z.unknown(),
  ...fields,
});

const item = (name: string, key: string | null): Item => ({ name, key, files: [`${name}.html`] });
const recordOf = (keys: Readonly<Record<string, string>>, files: string[], data: unknown = null) => ({
  keys: new Map(Object.entries(keys)),
  files,
  data,
});

/** A target that notes what it makes, and gives `made`. */
function noting(items: readonly Item[], fields: Partial<Target> = {}) {
  const made: string[][] = [];
  const target = targetOf('pages', {
    items: () => items,
    async make(stale, { tree }) {
      made.push(stale.map(({ name }) => name));
      for (const file of stale.flatMap(({ files }) => files)) tree.write(file, 'new');
      return { data: 'new' };
    },
    ...fields,
  });
  return { target, made };
}

test('a target begins when those it comes after are done, and others go on meanwhile', async () => {
  using folder = new Folder();
  const log: string[] = [];
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const logging = (name: string, after: string[], wait?: () => Promise<void> | undefined) =>
    targetOf(name, {
      after,
      async make() {
        log.push(`${name} begins`);
        await wait?.();
        log.push(`${name} ends`);
        return { data: null };
      },
    });
  await runTargets(
    [
      logging('slow', [], () => gate),
      logging('quick', [], async () => release()),
      logging('last', ['slow', 'quick']),
    ],
    contextIn(folder),
  );
  // Without the other one at work beside it, the slow one would never end.
  assert.deepEqual(log.slice(0, 4).sort(), ['quick begins', 'quick ends', 'slow begins', 'slow ends']);
  assert.deepEqual(log.slice(4), ['last begins', 'last ends']);
});

test('a target beside another begins when that knows what it makes, and takes its files one by one', async () => {
  using folder = new Folder();
  const log: string[] = [];
  const pages = targetOf('pages', {
    async items() {
      await setImmediate();
      return [item('a', 'k'), item('b', 'k')];
    },
    async make(_stale, { tree }) {
      tree.write('a.html', 'a');
      // The next one is written when the first has been packed.
      await tree.ready('a.zip');
      tree.write('b.html', 'b');
      log.push('pages end');
      return { data: null };
    },
  });
  const packs = targetOf('packs', {
    beside: ['pages'],
    items: (context) => {
      log.push(`${context.tree.isReady('b.html') ? 'nothing' : 'b.html'} is coming`);
      return whole('packs', null);
    },
    async make(_stale, { tree }) {
      for (const name of ['a', 'b']) {
        await tree.ready(`${name}.html`);
        tree.write(`${name}.zip`, tree.read(`${name}.html`));
      }
      log.push('packs end');
      return { data: null, files: ['a.zip', 'b.zip'] };
    },
  });
  const context = contextIn(folder);
  context.tree.expect(['a.zip']);
  await runTargets([pages, packs], context);
  assert.deepEqual(log, ['b.html is coming', 'pages end', 'packs end']);
  assert.equal(context.tree.read('b.zip').toString(), 'b');
});

test('only what differs from the last build is made: another key, none, a file that is gone, a new item', async () => {
  using folder = new Folder();
  folder.write({ 'out/same.html': '', 'out/other.html': '', 'out/unknown.html': '' });
  const items = [
    item('same', 'k'),
    item('other', 'k2'),
    item('unknown', null),
    item('lost', 'k'),
    item('new', 'k'),
  ];
  const keys = { same: 'k', other: 'k1', unknown: 'k', lost: 'k', old: 'k' };
  const files = ['same', 'other', 'unknown', 'lost', 'old'].map((name) => `${name}.html`);
  const context = contextIn(folder, { pages: recordOf(keys, files, 'old') });
  const { target, made } = noting(items);
  const outcome = await runTargets([target], context);
  assert.deepEqual(made, [['other', 'unknown', 'lost', 'new']]);
  assert.deepEqual(outcome, {
    made: new Map([['pages', ['other.html', 'unknown.html', 'lost.html', 'new.html']]]),
    isWaiting: false,
  });
  assert.deepEqual(
    context.records.get('pages'),
    recordOf(
      { same: 'k', other: 'k2', lost: 'k', new: 'k' },
      items.flatMap((one) => one.files),
      'new',
    ),
  );
});

test('where nothing differs nothing is made, and what was told stands', async () => {
  using folder = new Folder();
  folder.write({ 'out/a.html': '' });
  const before = recordOf({ a: 'k' }, ['a.html'], { told: [1] });
  const context = contextIn(folder, { pages: before });
  const { target, made } = noting([item('a', 'k')]);
  await runTargets([target], context);
  assert.deepEqual(made, []);
  assert.deepEqual(context.records.get('pages'), before);
  assert.deepEqual(told(context, target), { told: [1] });
});

test('what names its files only when it has made them is made again where one of them is gone', async () => {
  const before = recordOf({ search: 'k' }, ['a.bin', 'b.bin']);
  const make: Target['make'] = async () => ({ data: null, files: ['a.bin', 'c.bin'] });
  for (const [present, expected] of [
    [
      ['a.bin', 'b.bin'],
      ['a.bin', 'b.bin'],
    ],
    [['a.bin'], ['a.bin', 'c.bin']],
  ] as const) {
    using folder = new Folder();
    folder.write(Object.fromEntries(present.map((file) => [`out/${file}`, ''])));
    const context = contextIn(folder, { search: before });
    await runTargets([targetOf('search', { items: () => whole('search', 'k'), make })], context);
    assert.deepEqual(context.records.get('search')?.files, expected);
  }
});

test('what may wait stays as it is, which is told, but not where there is nothing or one of its files is gone', async () => {
  const before = recordOf({ a: 'old' }, ['a.html'], 'old');
  const run = async (defers: Context['defers'], files: Record<string, string>, records: Before) => {
    using folder = new Folder();
    folder.write(files);
    const context = contextIn(folder, records, { defers });
    const { target, made } = noting([item('a', 'new')], { waitsFor: 'pause' });
    const { isWaiting } = await runTargets([target], context);
    return { isWaiting, made: made.length, record: context.records.get('pages') };
  };
  const file = { 'out/a.html': '' };
  const waiting = await run(() => true, file, { pages: before });
  assert.deepEqual(waiting, { isWaiting: true, made: 0, record: before });
  const now = { isWaiting: false, made: 1, record: recordOf({ a: 'new' }, ['a.html'], 'new') };
  assert.deepEqual(await run(() => true, file, {}), now);
  assert.deepEqual(await run(() => true, {}, { pages: before }), now);
  assert.deepEqual(await run((until) => until === 'build', file, { pages: before }), now);
});

test('what is not wanted is not made and tells nothing, and what comes after it is made', async () => {
  using folder = new Folder();
  const context = contextIn(folder);
  const unwanted = targetOf('a', { isWanted: () => false });
  await runTargets([unwanted, targetOf('b', { after: ['a'] })], context);
  assert.deepEqual([...context.records.keys()], ['b']);
  assert.equal(told(context, unwanted), null);
  assert.deepEqual([...context.tree.made.keys()], ['b']);
});

test('the first failure is thrown when all have ended: who works stops, who waits is told, what comes after is not begun', async () => {
  using folder = new Folder();
  const log: string[] = [];
  let turns = 0;
  const begun = { exports: (): void => {}, packs: (): void => {} };
  const others = [
    new Promise<void>((resolve) => (begun.exports = resolve)),
    new Promise<void>((resolve) => (begun.packs = resolve)),
  ];
  const failing = targetOf('pages', {
    async make() {
      await Promise.all(others);
      throw new Error('first');
    },
  });
  const working = targetOf('exports', {
    async make(_stale, _context, _before, slice) {
      begun.exports();
      try {
        for (; turns < 1000; turns++) await slice.next();
      } finally {
        await setImmediate();
        log.push('exports end');
      }
      return { data: null };
    },
  });
  const waiting = targetOf('packs', {
    beside: ['pages'],
    async make(_stale, { tree }) {
      begun.packs();
      await tree.ready('pages').finally(() => log.push('packs end'));
      return { data: null };
    },
  });
  const after = targetOf('report', {
    after: ['pages'],
    items() {
      log.push('report begins');
      return [];
    },
  });
  const context = contextIn(folder);
  await assert.rejects(runTargets([failing, working, waiting, after], context), { message: 'first' });
  assert.deepEqual(log.sort(), ['exports end', 'packs end']);
  assert.ok(turns < 1000);
  assert.equal(context.records.size, 0);
});

test('two targets that want one path are named, also where only a file system takes the paths for the same', async () => {
  for (const [mine, yours] of [
    ['a/Tom.html', 'a/tom.html'],
    ['a/\u00e9.html', 'a/e\u0301.html'],
    ['a', 'a'],
  ] as const) {
    using folder = new Folder();
    const targets = [mine, yours].map((file, at) =>
      targetOf(`target-${at}`, { items: () => whole(`item-${at}`, 'key', file) }),
    );
    await assert.rejects(runTargets(targets, contextIn(folder)), {
      name: 'UserError',
      message: /target-0 \(item-0\) and target-1 \(item-1\) want the same path/,
    });
  }
});
