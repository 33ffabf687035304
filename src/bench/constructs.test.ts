import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { benchArticle } from './article.ts';
import { CONSTRUCTS, type Construct } from './constructs.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The construct that a node of an article's tree is, by the table's names; null for prose and parts of constructs. */
function constructOf(node: Nodes, text: string): Construct | null {
  const first = text[node.position?.start.offset ?? 0];
  if (node.type === 'list') return node.ordered ? 'orderedList' : 'bulletList';
  if (node.type === 'code') return first === '`' ? 'fencedCode' : 'indentedCode';
  if (node.type === 'link') return first === '[' ? 'link' : 'autolink';
  return node.type in CONSTRUCTS ? (node.type as Construct) : null;
}

/** Times each construct stands in an article. */
function countsOf(text: string): Partial<Record<Construct, number>> {
  const counts: Partial<Record<Construct, number>> = {};
  const body = text.slice(text.indexOf('\n---\n') + 5);
  visit(parser.parse(body), (node) => {
    const construct = constructOf(node, body);
    if (construct) counts[construct] = (counts[construct] ?? 0) + 1;
  });
  return counts;
}

test('the parser finds every construct in the table’s share of the articles, and as often in half of these', () => {
  // Damage repeats what stands in paragraphs, in a real archive too: the table is of articles without it.
  const articles = Array.from({ length: 1000 }, (_, at) => benchArticle(at, 1000));
  const counted = articles.filter(({ damaged }) => !damaged).map(({ text }) => countsOf(text));
  for (const [name, { share, median }] of Object.entries(CONSTRUCTS)) {
    const counts = counted.flatMap((counts) => counts[name as Construct] ?? []).sort((a, b) => a - b);
    const found = counts.length / counted.length;
    assert.ok(Math.abs(found - share) < 0.06, `${name}: in ${found} of the articles, expected ${share}`);
    const middle = counts[counts.length >> 1] ?? 0;
    assert.ok(
      Math.abs(middle - median) <= Math.max(1, 0.25 * median),
      `${name}: ${middle}, expected ${median}`,
    );
  }
});
