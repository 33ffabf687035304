import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { View } from '../types.ts';
import { authorIndex, authorLetters } from './author-index.ts';
import { noFacts } from './testing.ts';

const viewsOf = (names: readonly string[]): View[] => {
  const archive = archiveOf(
    names.map((author, at) => readingOf(`${at}.md`, { author, time: timeOf('2013-08-01') })),
  );
  return [authorIndex, authorLetters].flatMap((kind) => [...kind.views(archive, noFacts, zhHans)]);
};

interface Index {
  finds: boolean;
  most: { name: string }[];
  letters: { letter: string; href: string }[];
  sections: { letter: string; anchor: string; people: { name: string; pinyin: string }[] }[];
  numbers: { number: number; from: string }[];
}
const indexOf = (view: View | undefined) => view?.data as unknown as Index;

const SURNAMES = [...'王李单曾欧'];
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${SURNAMES[at % SURNAMES.length]}${at}`);

test('few authors stand under their letters, with nothing to find them by', () => {
  const [view, ...others] = viewsOf(['单田芳', 'Ankush', '王小波']);
  const { finds, most, letters, sections } = indexOf(view);
  assert.deepEqual([others.length, finds, most, letters], [0, false, [], []]);
  assert.deepEqual(
    sections.map(({ letter, anchor, people }) => [letter, anchor, people.map(({ name }) => name).join()]),
    [
      ['A', 'l-a', 'Ankush'],
      ['S', 'l-s', '单田芳'],
      ['W', 'l-w', '王小波'],
    ],
  );
});

test('up to a thousand authors are on one page, with an alphabet whose letters lead to them', () => {
  const views = viewsOf(many(1000));
  assert.equal(views.length, 1);
  const { finds, most, letters, sections } = indexOf(views[0]);
  assert.equal(finds, true);
  assert.equal(most.length, 12);
  assert.equal(
    sections.reduce((sum, { people }) => sum + people.length, 0),
    1000,
  );
  assert.deepEqual(
    letters.filter(({ href }) => href).map(({ href }) => href),
    ['#l-l', '#l-o', '#l-s', '#l-w', '#l-z'],
  );
});

test('more have pages by letter, none of more than a thousand; all authors are on them, each once', () => {
  const names = many(6000);
  const [index, ...pages] = viewsOf(names);
  assert.deepEqual(indexOf(index).sections, []);
  assert.equal(indexOf(index).most.length, 200);
  const listed = pages.map((page) =>
    indexOf(page).sections.flatMap(({ people }) => people.map(({ name }) => name)),
  );
  assert.ok(listed.every(({ length }) => length <= 1000));
  assert.deepEqual(listed.flat().sort(), names.toSorted());
  assert.deepEqual(
    pages.map(({ path }) => path),
    ['l', 'o', 's', 'w', 'z'].flatMap((letter) => [
      `authors/by/${letter}.html`,
      `authors/by/${letter}-2.html`,
    ]),
  );
  assert.deepEqual(
    indexOf(index).letters.flatMap(({ href }) => href || []),
    pages.map(({ path }) => path).filter((path) => !path.includes('-')),
  );
  assert.equal(indexOf(pages[0]).numbers.length, 2);
});
