import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { authorVariants, bylineJoiner } from './authors.ts';
import { catalogue } from './catalogue.ts';
import { readingOf } from './testing.ts';

const topics = () => [];

/** The names proposed for joining: the line of `authors.yml`, read as it would be. */
const proposed = (...authors: string[]): unknown[] =>
  authorVariants(
    catalogue(
      authors.map((author, at) => readingOf(`${at}.md`, { author })),
      topics,
    ).entries,
  ).map(({ rule, message }) => {
    assert.equal(rule, 'author-variants');
    return parse(/«(.*)»/.exec(message)?.[1] ?? '');
  });

test('spellings that differ in case, blanks, quotes, backslashes or an unclosed bracket are proposed as one author', () => {
  assert.deepEqual(proposed('Arindam', 'Arindam', 'arindam'), [{ Arindam: ['arindam'] }]);
  assert.deepEqual(proposed('JohnPaul', 'John Paul', 'John Paul'), [{ 'John Paul': ['JohnPaul'] }]);
  assert.deepEqual(proposed('Evan \\"Hippy\\" Slatis', 'Evan “Hippy” Slatis'), [
    { 'Evan “Hippy” Slatis': ['Evan \\"Hippy\\" Slatis'] },
  ]);
  assert.deepEqual(proposed('Kevin Sonney (Kevin', 'Kevin Sonney (Kevin', 'Kevin Sonney'), [
    { 'Kevin Sonney': ['Kevin Sonney (Kevin'] },
  ]);
});

test('a broken spelling that stands alone is proposed as it should be', () =>
  assert.deepEqual(proposed('Kevin Sonney (Kevin'), [{ 'Kevin Sonney': ['Kevin Sonney (Kevin'] }]));

test('names that differ otherwise, and whole brackets, are left alone', () =>
  assert.deepEqual(proposed('林一', '林二', 'Jane (editor)', 'Jane', '佚名', '（'), []));

test('joined authors have one name, also in a byline of several, and their articles another key', () => {
  const joiner = bylineJoiner(new Map([['John Paul', ['JohnPaul', 'jp']]]));
  assert.equal(joiner('JohnPaul、林一、jp'), 'John Paul、林一');
  const readings = () => [readingOf('a.md', { author: 'jp' }), readingOf('b.md', { author: '林一' })];
  const [before, after] = [undefined, joiner].map((join) => catalogue(readings(), topics, join).entries);
  assert.deepEqual(
    after?.map(({ author }) => author),
    ['John Paul', '林一'],
  );
  assert.notEqual(after?.[0]?.key, before?.[0]?.key);
  assert.equal(after?.[1]?.key, before?.[1]?.key);
});
