import type { Nodes, Root, RootContent } from 'mdast';
import { keyOf, keyPositions } from '../key.ts';
import { plain } from '../tree.ts';

/** A stretch of text that a blob may repeat: a paragraph, heading, code block or table, also inside lists and quotes. */
export interface Unit {
  node: Nodes;
  /** The block of the article it stands in: before or after it, recovered text is put. */
  block: RootContent;
  text: string;
  /** The text as it is compared: see `keyOf`. */
  key: string;
  /** For each character of the key, its place in the text. */
  readonly positions: Uint32Array;
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
  const collect = (node: Nodes, place: Pick<Unit, 'block' | 'numbered' | 'quoted'>): void => {
    if (TEXTS.has(node.type)) {
      const text = plain(node);
      let positions: Uint32Array | undefined;
      units.push({
        node,
        ...place,
        text,
        key: keyOf(text),
        gone: false,
        get positions() {
          positions ??= keyPositions(text);
          return positions;
        },
      });
    } else if (CONTAINERS.has(node.type) && 'children' in node) {
      const numbered = place.numbered || (node.type === 'list' && node.ordered === true);
      const quoted = place.quoted || node.type === 'blockquote';
      for (const child of node.children) collect(child, { ...place, numbered, quoted });
    }
  };
  for (const block of tree.children) collect(block, { block, numbered: false, quoted: false });
  return units;
}
