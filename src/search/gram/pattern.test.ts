import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matcherOf } from './matcher.ts';
import { readPattern, stringsOf } from './pattern.ts';
import { article, indexOf, openFiles } from './testing.ts';

const READ: [typed: string, source: string | null][] = [
  ['/内.?核/', '内.?核'],
  ['/docker (run|exec)/i', 'docker (run|exec)'],
  ['/a\\/b+/', 'a\\/b+'],
  ['/etc/', null],
  ['/etc/init.d/', null],
  ['/usr/{bin,lib}/', null],
  ['/* 注释 */', null],
  ['"/内.?核/"', null],
  ['//', null],
];
for (const [typed, source] of READ)
  test(`${typed} is ${source ? 'a pattern' : 'a string'}`, () =>
    assert.equal(readPattern(typed)?.source ?? null, source));

const STRINGS: [source: string, strings: string[]][] = [
  ['内核.*版本', ['内核', '版本']],
  ['内核?版本', ['版本']],
  ['colou?r', ['colo']],
  ['abc{0,2}d', ['ab']],
  ['go+gle', ['go', 'gle']],
  ['(内核|版本)发布', ['发布']],
  ['内核|版本', []],
  ['[内核]版本\\d{2}', ['版本']],
  ['\\x{4e2d}文字', ['文字']],
  ['\\Q(\\Eab|cd\\Q)\\Eef', []],
  ['内核)版本', []],
  ['(内核', []],
  ['(?i)Linux', ['Linux']],
];
for (const [source, strings] of STRINGS)
  test(`what ${source} needs is ${strings.join(' and ') || 'not told'}`, () =>
    assert.deepEqual(stringsOf(source), strings));

/** Pieces of patterns, put together at random. */
const PIECES = [
  '内核',
  'ab',
  'c',
  '.',
  '.*',
  '?',
  '*',
  '+',
  '{2}',
  '(',
  ')',
  '|',
  '[ab]',
  '[^内]',
  '\\w',
  '\\.',
];

test('a text that a pattern matches holds every string that the pattern is said to need', () => {
  let matches = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 }),
      fc.array(fc.constantFrom('内核', 'ab', 'b', 'c', '.', '内'), { maxLength: 8 }),
      (pieces, parts) => {
        const [source, text] = [pieces.join(''), parts.join('')];
        const marks = matcherOf({ source, ignoreCase: false })?.(text) ?? [];
        if (marks.length === 0) return;
        matches++;
        for (const needed of stringsOf(source)) assert.ok(text.includes(needed), `${source} ${text}`);
      },
    ),
    { numRuns: 5_000 },
  );
  assert.ok(matches > 100, `${matches} matches`);
});

const ARCHIVE = [
  article('a.html', { title: '内核 4.19 发布', passages: ['前言。', '编译内核时写 make -j8 即可。'] }),
  article('b.html', { passages: ['内核里没有版本号。'] }),
  article('c.html', { passages: ['别的。', '內核 5.10 已经可用，Kernel 也是。'] }),
];

test('a pattern finds the articles whose text it matches as it is written, and says how many', async () => {
  const engine = openFiles(await indexOf(ARCHIVE));
  const found = await engine.search('/内核 \\d+\\.\\d+/');
  assert.deepEqual([found.hits.map(({ path }) => path), found.total, found.exact], [['a.html'], 1, true]);
  const [hit] = (await engine.search('/kernel.也/i')).hits;
  assert.deepEqual([hit?.path, hit?.passage], ['c.html', 1]);
  assert.deepEqual(
    hit?.excerpts[0]?.marks.map(([from, to]) => hit.excerpts[0]?.text.slice(from, to)),
    ['Kernel 也'],
  );
  assert.equal((await engine.search('/kernel.也/')).total, 0);
  assert.deepEqual(
    (await engine.occurrences('/make -j\\d/', 'a.html')).map(({ passage, text }) => [passage, text]),
    [[1, 'make -j8']],
  );
});

test('a pattern that cannot be read, or that nothing can be looked up for, is not searched', async () => {
  const engine = openFiles(await indexOf(ARCHIVE));
  for (const query of ['/内核(/', '/.*/', '/内|核/', '/(?=内核)内核版/', '/(内核版本{900}){900}版本/']) {
    const { searchable, total, checked } = await engine.search(query);
    assert.deepEqual([searchable, total, checked], [false, 0, 0], query);
  }
});

test('patterns that take other engines for ever are answered at once', () => {
  const text = `${'a'.repeat(20_000)}!`;
  for (const source of ['(a+)+$', '(a|aa)+$', '(.*)*x', '(?:a?){50}a{50}b', '.*.*.*.*b']) {
    const from = process.cpuUsage().user;
    assert.deepEqual(matcherOf({ source, ignoreCase: false })?.(text), [], source);
    assert.ok(process.cpuUsage().user - from < 5_000_000, source);
  }
});
