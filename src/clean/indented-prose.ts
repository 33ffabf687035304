import type { Code, Paragraph } from 'mdast';
import { countText } from '../text/counts.ts';
import { excerpt } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, replaceNodes } from './tree.ts';

/** Characters of code, commands, addresses and markup: where one stands, the block stays code. */
const CODE_LIKE = /[{}[\]<>`=;|\\$#*_~^@]|\/\/|^\s*(?:[-+.>]|\d{1,3}[.)、])/m;

/** Without a clause mark a line may be a label, an entry of a list or a verse. */
const CLAUSE = /[，。？！；：]/;

/** A line that ends like this ends its paragraph. */
const SENTENCE_END = /[。！？…：][”’」』）]*\s*$/;

/** A fence's lines are part of the node; an indented block is just its lines. */
function isIndented(node: Code): boolean {
  if (node.lang || !node.position) return false;
  return node.position.end.line - node.position.start.line + 1 === node.value.split('\n').length;
}

function isProse(text: string): boolean {
  if (CODE_LIKE.test(text) || !CLAUSE.test(text)) return false;
  const han = countText([text]).han;
  return han >= 12 && han >= 0.7 * text.replace(/[\s\p{P}]/gu, '').length;
}

/** The paragraphs of an indented block with their lines: a blank line or a sentence's end at a line's end parts them. */
function paragraphsOf(node: Code): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let open = false;
  for (const [at, written] of node.value.split('\n').entries()) {
    const text = written.trim();
    const last = found.at(-1);
    if (open && text && last) last.text += `\n${text}`;
    else if (text) found.push({ line: lineOf(node) + at, text });
    open = text !== '' && !SENTENCE_END.test(text);
  }
  return found;
}

/**
 * Four blanks before a paragraph make it a code block in Markdown; in Chinese they are how a paragraph begins.
 * A block that reads as prose is one. Its text stays text: what looks like markup in it keeps the block as it is.
 */
export const indentedProse: CleanRule = {
  name: 'indented-prose',
  clean(tree, report) {
    replaceNodes(tree, (node) => {
      if (node.type !== 'code' || !isIndented(node) || !isProse(node.value)) return undefined;
      return paragraphsOf(node).map(({ line, text }): Paragraph => {
        report({ line, before: excerpt(`    ${text}`), after: excerpt(text) });
        const point = { line, column: 1 };
        const children = [{ type: 'text' as const, value: text }];
        return { type: 'paragraph', children, position: { start: point, end: point } };
      });
    });
  },
};
