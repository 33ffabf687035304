import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { readArticle } from '../article/read.ts';
import { reading } from '../locales/zh-Hans.ts';
import type { Article } from '../types.ts';
import { benchArticle } from './article.ts';

const SAMPLE = Array.from({ length: 2000 }, (_, number) => benchArticle(number, 2000));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function read(text: string, file: string): Article {
  const { article } = readArticle(Buffer.from(text), file, {
    lineBreaks: 'auto' as const,
    timeZone: 'Asia/Shanghai',
    cleanOff: [],
    strings: reading,
    images: 'ask',
  });
  assert.ok(article);
  return article;
}

test('an article is the same whenever it is made, and no two are alike', () => {
  assert.deepEqual(
    SAMPLE.slice(0, 50),
    Array.from({ length: 50 }, (_, number) => benchArticle(number, 2000)),
  );
  assert.equal(new Set(SAMPLE.map(({ file }) => file)).size, SAMPLE.length);
  assert.equal(new Set(SAMPLE.map(({ text }) => text.slice(text.indexOf('title:')))).size, SAMPLE.length);
});

test('a file has 8.1 KB and 4,100 characters on average, within a tenth, and two of five are damaged', () => {
  const bytes = mean(SAMPLE.map(({ text }) => Buffer.byteLength(text)));
  const characters = mean(SAMPLE.map(({ text }) => text.length));
  const damaged = mean(SAMPLE.map(({ damaged }) => Number(damaged)));
  assert.ok(Math.abs(bytes / 8100 - 1) < 0.1, `${bytes} bytes`);
  assert.ok(Math.abs(characters / 4100 - 1) < 0.1, `${characters} characters`);
  assert.ok(Math.abs(damaged - 0.4) < 0.04, `${damaged} damaged`);
});

test('the front matter is valid YAML of the seed’s five fields, from 2012 to 2026, oldest first', () => {
  const times = SAMPLE.map(({ text, file }) => {
    const document = parseDocument(text.split('---\n')[1] ?? '');
    assert.deepEqual(document.errors, [], file);
    const fields = document.toJS() as Record<string, unknown>;
    assert.deepEqual(Object.keys(fields), ['layout', 'url', 'name', 'time', 'title']);
    for (const value of Object.values(fields)) assert.equal(typeof value, 'string', file);
    return String(fields.time);
  });
  assert.deepEqual(times, times.toSorted());
  assert.match(times[0] ?? '', /^2012-01-/);
  assert.match(times.at(-1) ?? '', /^2026-06-/);
});

test('the reader finds the seed’s damage in damaged articles and none in the others', () => {
  for (const { text, file, damaged } of SAMPLE.slice(0, 200)) {
    const article = read(text, file);
    const rules = [...new Set(article.repairs.map(({ rule }) => rule))].sort();
    assert.deepEqual(rules, damaged ? ['stray-question-mark', 'whole-article-blob'] : [], file);
    assert.equal(article.headings.filter(({ recovered }) => recovered).length, damaged ? 2 : 0, file);
    assert.deepEqual(article.problems, [], file);
  }
});
