import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parse } from 'yaml';
import { expectFile } from '../golden.ts';
import { repairRules } from '../locales/zh-Hans.ts';
import { CLEANING_RULES } from '../repair-rules.ts';
import { clean, rules } from './index.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
const writer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

function titleOf(source: string): string {
  const fields: unknown = parse(source.split('---\n')[1] ?? '');
  return String((fields as { title: unknown }).title);
}

function render(tree: Root): string {
  return `${writer.stringify(writer.runSync(structuredClone(tree)))}\n`;
}

for (const rule of readdirSync(FIXTURES).sort()) {
  for (const name of readdirSync(path.join(FIXTURES, rule)).sort()) {
    const folder = path.join(FIXTURES, rule, name);
    const source = readFileSync(path.join(folder, 'input.md'), 'utf8');
    const context = { lineBreaks: 'auto' as const, off: [], title: titleOf(source) };

    test(`${rule}/${name} is mended and reported as its folder shows`, () => {
      const tree = parser.parse(source);
      const repairs = clean(tree, context);
      expectFile(path.join(folder, 'expected.html'), render(tree));
      expectFile(path.join(folder, 'repairs.json'), `${JSON.stringify(repairs, null, 2)}\n`);
    });

    test(`${rule}/${name} does not change when it is cleaned again`, () => {
      const tree = parser.parse(source);
      clean(tree, context);
      const once = render(tree);
      assert.deepEqual(clean(tree, context), []);
      assert.equal(render(tree), once);
    });

    test(`${rule}/${name} has no repair by ${rule} where the rule is switched off`, () => {
      const repairs = clean(parser.parse(source), { ...context, off: [rule] });
      assert.equal(repairs.filter((repair) => repair.rule === rule).length, 0);
    });
  }
}

test('every rule has fixtures, one at least that it mends, a name that the settings know, and a sentence for readers', () => {
  assert.deepEqual(rules.map(({ name }) => name).sort(), readdirSync(FIXTURES).sort());
  assert.deepEqual(
    rules.map(({ name }) => name),
    CLEANING_RULES,
  );
  for (const { name } of rules) {
    assert.match(repairRules[name], /^\p{Script=Han}.*。$/u);
    const all = readdirSync(path.join(FIXTURES, name)).map((one) =>
      readFileSync(path.join(FIXTURES, name, one, 'repairs.json'), 'utf8'),
    );
    assert.ok(
      all.some((repairs) => repairs.includes(`"rule": "${name}"`)),
      `${name} mends nothing`,
    );
  }
});

test('the seed reads as twelve paragraphs and two recovered headings in their places', () => {
  const source = readFileSync(path.join(FIXTURES, 'whole-article-blob/seed/input.md'), 'utf8');
  const tree = parser.parse(source);
  clean(tree, { lineBreaks: 'auto' as const, off: [], title: titleOf(source) });
  const html = render(tree);
  assert.equal(html.match(/<p>/g)?.length, 12);
  assert.equal(html.match(/<h2 data-recovered="">/g)?.length, 2);
  assert.match(html, /虚伪的面纱。<\/p>\n<h2[^>]*>腾讯伪开放下的社交化电商野心<\/h2>\n<p>腾讯这些年/);
  assert.match(html, /岂能看不穿？<\/p>\n<h2[^>]*>阿里焦虑之下的社交化电商破局<\/h2>\n<p>阿里虽然/);
  const sentences = html.split(/[。！？\n]|<[^>]*>/).filter((sentence) => sentence.length > 6);
  assert.equal(new Set(sentences).size, sentences.length);
});
