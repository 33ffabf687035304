import type { Code, Nodes, Paragraph } from 'mdast';
import { countText } from '../article/counts.ts';
import { clip } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { parents, setChildren } from './tree.ts';

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

/** The paragraphs of an indented block: a blank line or a sentence's end at a line's end parts them. */
function paragraphsOf(node: Code): Paragraph[] {
  const found: Paragraph[] = [];
  const first = node.position?.start.line ?? 1;
  let open = false;
  node.value.split('\n').forEach((line, at) => {
    const text = line.trim();
    const last = found.at(-1)?.children[0];
    if (open && text && last?.type === 'text') last.value += `\n${text}`;
    else if (text) {
      const point = { line: first + at, column: 1 };
      found.push({
        type: 'paragraph',
        children: [{ type: 'text', value: text }],
        position: { start: point, end: point },
      });
    }
    open = text !== '' && !SENTENCE_END.test(text);
  });
  return found;
}

/**
 * Four blanks before a paragraph make it a code block in Markdown; in Chinese they are how a paragraph begins.
 * A block that reads as prose is one. Its text stays text: what looks like markup in it keeps the block as it is.
 */
export const indentedProse: CleanRule = {
  name: 'indented-prose',
  clean(tree, report) {
    for (const parent of parents(tree)) {
      const isWrong = (node: Nodes): node is Code =>
        node.type === 'code' && isIndented(node) && isProse(node.value);
      if (!parent.children.some(isWrong)) continue;
      setChildren(
        parent,
        (parent.children as Nodes[]).flatMap((node): Nodes[] => {
          if (!isWrong(node)) return [node];
          const paragraphs = paragraphsOf(node);
          for (const { position, children } of paragraphs) {
            const [text] = children;
            if (text?.type !== 'text') continue;
            report({
              line: position?.start.line ?? 1,
              before: clip(`    ${text.value}`),
              after: clip(text.value),
            });
          }
          return paragraphs;
        }),
      );
    }
  },
};
