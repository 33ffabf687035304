import type { Nodes, Root, RootContent } from 'mdast';
import { keyOf } from '../key.ts';
import { plain } from '../tree.ts';

/** A stretch of text that a blob may repeat: a paragraph, heading, code block or table, also inside lists and quotes. */
export interface Unit {
  node: Nodes;
  /** The block of the article it stands in: before or after it, recovered text is put. */
  block: RootContent;
  /** What is compared: see `keyOf`. */
  key: string;
  text: string;
  /** True inside a numbered list, whose numbers are not in the text. */
  numbered: boolean;
  /** True inside a quotation, which may repeat a sentence on purpose. */
  quoted: boolean;
  /** True once it was found to be a blob itself. */
  gone: boolean;
}

const CONTAINERS = new Set(['list', 'listItem', 'blockquote', 'footnoteDefinition']);
const TEXTS = new Set(['paragraph', 'heading', 'code', 'table']);

/** The units of an article in document order. */
export function unitsOf(tree: Root): Unit[] {
  const units: Unit[] = [];
  for (const block of tree.children) {
    const stack: Pick<Unit, 'node' | 'numbered' | 'quoted'>[] = [
      { node: block, numbered: false, quoted: false },
    ];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, numbered, quoted } = next;
      if (TEXTS.has(node.type)) {
        const text = plain(node);
        units.push({ node, block, text, key: keyOf(text), numbered, quoted, gone: false });
      } else if (CONTAINERS.has(node.type) && 'children' in node) {
        const inner = {
          numbered: numbered || (node.type === 'list' && node.ordered === true),
          quoted: quoted || node.type === 'blockquote',
        };
        for (const child of node.children.toReversed()) stack.push({ node: child, ...inner });
      }
    }
  }
  return units;
}
