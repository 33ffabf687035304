import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

test('a table of contents stands from three headings on, folds those of the fourth level and names none below it', () => {
  const contents = (...depths: number[]) =>
    (pageOf({}, { headings: headings(...depths) }).contents as (Heading & { below: Heading[] })[]).map(
      ({ id, below }) => [id, ...below.map((heading) => heading.id)].join(),
    );
  assert.deepEqual(contents(2, 2), []);
  assert.deepEqual(contents(2, 5, 6), []);
  assert.deepEqual(contents(2, 3, 4, 4, 5, 2), ['h-0', 'h-1,h-2,h-3', 'h-5']);
  assert.deepEqual(contents(4, 4, 2), ['h-0,h-1', 'h-2']);
});

test('a way back to the contents stands where there are many headings', () => {
  const wayBack = (count: number) =>
    pageOf({}, { headings: headings(...Array.from({ length: count }, () => 2)) }).wayBack;
  assert.deepEqual([wayBack(3), wayBack(12)], [false, true]);
});

test('pictures of other hosts are numbered and counted; one without a description is called by its number', () => {
  const picture = (label: string, text: string) =>
    `<a class="image" href="https://a.example/1.png" data-image="a.example" aria-label="${label}">${text}</a>`;
  const { html, pictures } = pageOf(
    {},
    { html: `<p>${picture('图片：柜，a.example', '柜')}${picture('图片：a.example', '')}</p>` },
  );
  assert.equal(pictures, 2);
  assert.match(String(html), /aria-label="图片：柜，a.example">柜<\/a>/);
  assert.match(String(html), /data-name="图 2" aria-label="图 2，a.example"><\/a>/);
  const captioned = pageOf(
    {},
    { html: `<p>${picture('图片：a.example', '')}</p>\n<p><em>一号 "柜"</em></p>` },
  );
  assert.match(String(captioned.html), /data-name="图 1" aria-label="图 1，一号 &#x22;柜&#x22;，a.example">/);
});

test('what the sheet of rare things dresses has the page ask for it, and nothing else does', () => {
  const css = readFileSync(new URL('../styles/rare.css', import.meta.url), 'utf8').replace(
    /\/\*.*?\*\//gs,
    '',
  );
  const classes = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, name = '']) => name));
  assert.ok(classes.delete('text') && classes.size > 8);
  const dressed = [...classes].map((name) => `<p class="a ${name}">一</p>`);
  const elements = ['<sup><a href="#a">1</a></sup>', '<dl><dt>一</dt></dl>', '<video></video>'];
  for (const html of [...dressed, ...elements]) assert.equal(pageOf({}, { html }).hasRare, true, html);
  for (const html of [
    '<p class="caption">一</p>',
    '<ruby>一<rt>yi</rt></ruby>',
    '<pre >一</pre>',
    '<p>一<a href="b.html">二</a></p>',
  ])
    assert.equal(pageOf({}, { html }).hasRare, false, html);
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
