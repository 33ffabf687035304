import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { ArticleBody, Heading, Reading } from '../types.ts';
import { articlePages } from './article.ts';
import { dataOf } from './index.ts';
import { noFacts } from './testing.ts';

/** Everything the layout reads of an article. */
function pageOf(fields: Partial<Reading>, body: Partial<ArticleBody> = {}): Record<string, unknown> {
  const archive = archiveOf([readingOf('a.md', fields)]);
  const [view] = articlePages.views(archive, noFacts, zhHans);
  assert.ok(view);
  const empty: ArticleBody = { html: '', passages: [], headings: [], data: {}, repairs: [] };
  return dataOf(view, { ...empty, ...body }, zhHans);
}

const headings = (...depths: number[]): Heading[] =>
  depths.map((depth, at) => ({ depth, id: `h-${at}`, text: `小节 ${at}`, recovered: false }));

test('a table of contents stands from three headings on, and names none below the third level', () => {
  const contents = (...depths: number[]) =>
    pageOf({}, { headings: headings(...depths) }).contents as Heading[];
  assert.deepEqual(contents(2, 2), []);
  assert.deepEqual(contents(2, 3, 4, 4), []);
  assert.deepEqual(
    contents(2, 3, 4, 2).map(({ id }) => id),
    ['h-0', 'h-1', 'h-3'],
  );
});

test('JSON-LD can neither end nor open a script element', () => {
  const title = '</script><!--<script>alert(1)//';
  const jsonLd = String(pageOf({ title }).jsonLd);
  assert.doesNotMatch(jsonLd, /</);
  assert.equal(JSON.parse(jsonLd).headline, title);
});

test('the Wayback link asks for the article’s day, or for the latest copy', () => {
  const url = 'https://example.org/1';
  assert.equal(
    pageOf({ url, time: timeOf('2013-08-01') }).wayback,
    `https://web.archive.org/web/20130801/${url}`,
  );
  assert.equal(pageOf({ url }).wayback, `https://web.archive.org/web/2/${url}`);
  assert.equal(pageOf({}).wayback, null);
});

test('only a page with pictures of other hosts may load some', () => {
  assert.equal(pageOf({}, { html: '<p>没有图。</p>' }).remoteImages, false);
  assert.equal(pageOf({}, { html: '<img src="http://example.org/1.png" alt="">' }).remoteImages, true);
});
