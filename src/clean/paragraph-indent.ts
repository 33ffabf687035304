import type { Heading, Nodes, Paragraph, Parents } from 'mdast';
import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { leaves, lineOf, plain, prune, replaceNodes, someText } from './tree.ts';

/** Two wide blanks, or four narrow ones, as an indent is written. */
const INDENT = String.raw`[ \t]*(?:[\u2003\u3000]{2}|[\u00a0\u2002]{4})`;

/** A line that begins like this begins a paragraph, blank line or not. */
const INDENTED_LINE = new RegExp(String.raw`\r?\n${INDENT}`);
const INDENTED_START = new RegExp(`^${INDENT}`);

/** Blanks that were put there: plain ones are Markdown's own layout, and HTML drops them. */
const SUSPECT = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** Takes the blanks off both ends of a block's text, whatever emphasis or links the ends stand in. */
function trim(block: Parents): void {
  const line = leaves(block);
  const strip = (leaf: Nodes, trimmed: (text: string) => string): boolean => {
    if (leaf.type === 'break') return false;
    if (leaf.type !== 'text') return true;
    leaf.value = trimmed(leaf.value);
    return leaf.value !== '';
  };
  line.find((leaf) => strip(leaf, (text) => text.trimStart()));
  line.findLast((leaf) => strip(leaf, (text) => text.trimEnd()));
}

/** Parts a paragraph where one of its lines begins with an indent. */
function split(paragraph: Paragraph): Paragraph[] {
  const parts: Paragraph[] = [];
  let line = lineOf(paragraph);
  let children: Paragraph['children'] = [];
  const close = () => {
    if (children.at(-1)?.type === 'break') children.pop();
    const point = { line, column: 1 };
    parts.push({ type: 'paragraph', children, position: { start: point, end: point } });
    line += children.reduce((sum, child) => sum + plain(child).split('\n').length - 1, 0);
    children = [];
  };
  for (const child of paragraph.children) {
    const after = children.at(-1);
    if (child.type === 'text' && after?.type === 'break' && INDENTED_START.test(child.value)) close();
    if (child.type !== 'text') {
      children.push(child);
      continue;
    }
    const [first = '', ...rest] = child.value.split(INDENTED_LINE);
    children.push({ ...child, value: first });
    for (const value of rest) {
      close();
      line += 1;
      children.push({ type: 'text', value });
    }
  }
  close();
  return parts;
}

/** The paragraphs (or heading) a block should be, trimmed; nothing where it is right as it is. */
function mend(block: Paragraph | Heading): { before: string; after: string; parts: Nodes[] } | undefined {
  if (!someText(block, (text) => SUSPECT.test(text))) return undefined;
  const before = plain(block);
  const inner = before.trim();
  const start = before.indexOf(inner);
  const edges = before.slice(0, start) + before.slice(start + inner.length);
  const splits = block.type === 'paragraph' && INDENTED_LINE.test(before);
  if (!splits && !SUSPECT.test(edges)) return undefined;
  const parts = splits ? split(block) : [block];
  for (const part of parts) trim(part);
  const lines = parts.map(plain).filter((text) => text !== '');
  const after = lines.join('\n');
  return after === before ? undefined : { before, after, parts };
}

/**
 * Ideographic and no-break spaces that pages use to indent a paragraph: the layout does that.
 * A line inside a paragraph that begins with one is a paragraph of its own.
 */
export const paragraphIndent: CleanRule = {
  name: 'paragraph-indent',
  clean(tree, report) {
    const found = replaceNodes(tree, (node) => {
      const mended = node.type === 'paragraph' || node.type === 'heading' ? mend(node) : undefined;
      if (mended) report({ line: lineOf(node), ...difference(mended.before, mended.after) });
      return mended?.parts;
    });
    if (found) prune(tree);
  },
};
