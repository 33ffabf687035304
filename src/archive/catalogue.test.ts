import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reading } from '../types.ts';
import { Archive } from './archive.ts';
import { catalogue } from './catalogue.ts';
import { shortHash } from './ids.ts';
import { archiveOf, defaults, readingOf, timeOf } from './testing.ts';

function run(readings: readonly Reading[]) {
  const { entries, problems } = catalogue(readings, ({ tags }) => tags);
  return { archive: new Archive(defaults, entries), problems };
}

/** Readings of which many share an address, a path, a day, an author or a topic. */
const readings = fc
  .uniqueArray(
    fc.record({
      file: fc.stringMatching(/^[ab]\/[0-9a-z]{1,2}\.md$/),
      url: fc.constantFrom(
        null,
        'https://example.org/1',
        'http://www.example.org/1/',
        'https://example.org/234',
      ),
      id: fc.constantFrom(null, null, '7', 'index'),
      author: fc.constantFrom('佚名', '林一', 'constructor'),
      time: fc.constantFrom(null, timeOf('2013-08-01'), timeOf('2013-08-01', null), timeOf('2012-02-29')),
      chars: fc.integer({ min: 0, max: 3 }),
      tags: fc.subarray(['机房', '__proto__']),
    }),
    { selector: ({ file }) => file, maxLength: 12 },
  )
  .map((list) => list.map(({ file, ...fields }) => readingOf(file, fields)));

test('the catalogue does not depend on the order articles were read in', () => {
  const sameWhateverTheOrder = fc.property(
    readings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    ),
    ([list, shuffled]) => {
      const [a, b] = [run(list), run(shuffled)];
      assert.deepEqual(b.archive, a.archive);
      assert.deepEqual([...b.archive.years], [...a.archive.years]);
      assert.deepEqual(new Set(b.problems), new Set(a.problems));
    },
  );
  fc.assert(sameWhateverTheOrder, { numRuns: 200 });
});

test('every article is in the archive once or reported, on a path of its own, in all its groups', () => {
  const whole = fc.property(readings, (list) => {
    const { archive, problems } = run(list);
    const { entries } = archive;
    const dropped = problems.filter(({ rule }) => rule === 'duplicate-url').map(({ file }) => file);
    assert.deepEqual(
      [...entries.map(({ file }) => file), ...dropped].sort(),
      list.map(({ file }) => file).sort(),
    );
    assert.equal(new Set(entries.map(({ path }) => path)).size, entries.length);
    assert.equal(archive.authors.flatMap((group) => group.entries).length, entries.length);
    assert.equal(
      archive.topics.flatMap((group) => group.entries).length,
      entries.flatMap(({ topics }) => topics).length,
    );
    const dated = [...archive.years.values()].flatMap((months) => [...months.values()].flat());
    assert.deepEqual(dated, entries.map((_, at) => at).slice(archive.undated));
  });
  fc.assert(whole, { numRuns: 200 });
});

test('articles that want one path both get pages, the first by file the plain one', () => {
  const pair = ['b/7.md', 'a/7.md'].map((file) => readingOf(file, { time: timeOf('2013-08-01') }));
  const { archive, problems } = run(pair);
  assert.deepEqual(archive.entries.map(({ file, path }) => [file, path]).sort(), [
    ['a/7.md', '2013/08/7.html'],
    ['b/7.md', `2013/08/7-${shortHash('b/7.md')}.html`],
  ]);
  assert.deepEqual(
    problems.map(({ file, severity, rule }) => [file, severity, rule]),
    [['b/7.md', 'info', 'shared-path']],
  );
});

test('an article that asks for the very path another is moved to does not cover it', () => {
  const moved = `7-${shortHash('c.md')}`;
  const files = [
    readingOf('a.md', { id: '7' }),
    readingOf('b.md', { id: moved }),
    readingOf('c.md', { id: '7' }),
  ];
  const all = run(files).archive.entries.map(({ path }) => path);
  assert.equal(new Set(all).size, 3);
});

test('undated articles stand first, by path, then the dated ones, oldest first', () => {
  const { entries, undated } = archiveOf([
    readingOf('d.md', { time: timeOf('2013-08-01', '09:00') }),
    readingOf('c.md', { time: timeOf('2013-08-01', '08:00') }),
    readingOf('b.md'),
    readingOf('e.md', { time: timeOf('1999-01-01') }),
    readingOf('a.md'),
  ]);
  assert.deepEqual(
    entries.map(({ file }) => file),
    ['a.md', 'b.md', 'e.md', 'c.md', 'd.md'],
  );
  assert.equal(undated, 2);
});

test('groups come with the most articles first, then by name', () => {
  const by = (author: string, ...files: string[]) => files.map((file) => readingOf(file, { author }));
  const { authors } = archiveOf([...by('乙', '1.md', '2.md'), ...by('甲', '3.md'), ...by('丙', '4.md')]);
  assert.deepEqual(
    authors.map(({ name, entries }) => [name, entries.length]),
    [
      ['乙', 2],
      ['丙', 1],
      ['甲', 1],
    ],
  );
});
