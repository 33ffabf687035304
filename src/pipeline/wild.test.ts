/**
 * Archives of other generators, as they come. Every folder of `wild/` is one kind of trouble; together they are one content folder, which is
 * built once. `expect.yml` in a case says what a reader must see:
 *
 *     pages:
 *       文章.md:                  # an article's file, relative to the case
 *         title: 标题             # fields of its record in articles.jsonl.gz: title, author, time, url …
 *         topics: [数据库]        # lists must be equal
 *         shows: ['5~10万']       # each is part of the article's text, a passage a line
 *         hides: ['~~']           # none of them is
 *         html: ['<mark>高亮</mark>']   # each stands in the markup of the article's text
 *         noHtml: ['<del>']
 *         page: ['被这些文章引用']  # each stands in the markup of the whole page
 *     absent: [草稿.md]           # files without a page
 *     report: ['front-matter: 文章.md']   # a problem or a repair of this rule, in this file
 *     unreported: ['url: 文章.md']        # none of this rule, in this file
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import { z } from 'zod';
import { hastPassages } from '../article/passages.ts';
import type { ArticleRecord } from '../exporters/article-record.ts';
import { listFiles } from '../files/list-files.ts';
import { Folder } from '../files/testing.ts';
import { readRecords } from '../packages/records.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';

const CASES = path.join(import.meta.dirname, 'wild');

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const texts = z.array(z.string()).default([]);
const pageSchema = z
  .object({ shows: texts, hides: texts, html: texts, noHtml: texts, page: texts })
  .catchall(z.unknown());
const expectSchema = z.strictObject({
  pages: z.record(z.string(), pageSchema).default({}),
  absent: texts,
  report: texts,
  unreported: texts,
});
const reportSchema = z.object({
  problems: z.array(z.object({ file: z.string(), rule: z.string() })),
  repairs: z.array(z.object({ file: z.string(), repairs: z.array(z.object({ rule: z.string() })) })),
});

const site = new Folder();
after(() => site[Symbol.dispose]());
await build({ contentDir: CASES, outDir: site.at('dist'), cacheDir: null, progress: silent });

const records = new Map<string, ArticleRecord>();
for await (const record of readRecords(site.at('dist'))) records.set(record.file, record);
const report = reportSchema.parse(JSON.parse(readFileSync(site.at('dist/report.json'), 'utf8')));
const reported = new Set([
  ...report.problems.map(({ rule, file }) => `${rule}: ${file}`),
  ...report.repairs.flatMap(({ file, repairs }) => repairs.map(({ rule }) => `${rule}: ${file}`)),
]);

/** A page without what helps lines to end and code to be read: no case is about these. */
const written = (html: string): string =>
  html
    .replaceAll('<wbr>', '')
    .replace(/<pre [\s\S]*?<\/pre>/g, (block) => block.replace(/<span class="hljs-[^>]*>|<\/span>/g, ''));

/** The markup of an article's text in its page. */
function textOf(html: string): string {
  const from = html.indexOf('<div class="text"');
  return html.slice(from, html.indexOf('</article>', from));
}

/** A line of a report with the case's folder before its file. */
const inCase = (name: string, line: string): string => line.replace(/: /, `: ${name}/`);

for (const name of readdirSync(CASES).filter((entry) => entry !== 'archive.yml')) {
  const expected = expectSchema.parse(parse(readFileSync(path.join(CASES, name, 'expect.yml'), 'utf8')));

  for (const [file, { shows, hides, html, noHtml, page, ...fields }] of Object.entries(expected.pages))
    test(`${name}/${file} comes out as its case says`, () => {
      const record = records.get(`${name}/${file}`);
      assert.ok(record, 'no page');
      for (const [field, value] of Object.entries(fields))
        assert.deepEqual(record[field as keyof ArticleRecord], value, field);
      const whole = written(readFileSync(site.at('dist', record.path), 'utf8'));
      const markup = textOf(whole);
      const text = hastPassages(parser.parse(markup)).join('\n');
      const missing = [
        ...shows.filter((part) => !text.includes(part)).map((part) => `does not show: ${part}`),
        ...hides.filter((part) => text.includes(part)).map((part) => `shows: ${part}`),
        ...html.filter((part) => !markup.includes(part)).map((part) => `lacks: ${part}`),
        ...noHtml.filter((part) => markup.includes(part)).map((part) => `has: ${part}`),
        ...page.filter((part) => !whole.includes(part)).map((part) => `the page lacks: ${part}`),
      ];
      assert.deepEqual(missing, [], `${text}\n\n${markup}`);
    });

  test(`${name} has pages and lines in the report as its case says`, () => {
    assert.deepEqual(
      expected.absent.filter((file) => records.has(`${name}/${file}`)),
      [],
    );
    const lines = [...reported].filter((line) => line.includes(` ${name}/`)).join('\n');
    assert.deepEqual(
      expected.report.filter((line) => !reported.has(inCase(name, line))),
      [],
      lines,
    );
    assert.deepEqual(
      expected.unreported.filter((line) => reported.has(inCase(name, line))),
      [],
    );
  });
}

test('what search knows of each article is what its page shows, whatever its references came to', () => {
  for (const { file, path: page, text } of records.values()) {
    const markup = textOf(readFileSync(site.at('dist', page), 'utf8'));
    assert.equal(hastPassages(parser.parse(markup)).join('\n\n'), text, file);
  }
});

test('every file of the cases is an article, or named as one without a page', () => {
  const known = (file: string): boolean => {
    const name = file.split('/', 1)[0] ?? '';
    const { absent } = expectSchema.parse(parse(readFileSync(path.join(CASES, name, 'expect.yml'), 'utf8')));
    return records.has(file) || absent.includes(file.slice(name.length + 1));
  };
  const articles = listFiles(CASES).filter((file) => file.endsWith('.md'));
  assert.deepEqual(
    articles.filter((file) => !known(file)),
    [],
  );
});
