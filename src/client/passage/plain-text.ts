import { DOM, passagesOf } from '../../article/passages.ts';
import { originalText } from '../shared/original-text.ts';

/** The text of an article without its white space, which a page may break as it likes, and where each unit of it stands. */
export interface PlainText {
  text: string;
  /** Text node of each unit, or the picture whose description it belongs to. */
  nodes: (Text | HTMLImageElement)[];
  /** Offset of each unit in its node. */
  offsets: number[];
  /** Where each passage begins; null for text over ruby, which stands beside the text. */
  passages: (number | null)[];
  /** The passages as they are read, with their blanks. */
  written: string[];
}

/** Text that stands beside the text, and what a formula shows besides its TeX. */
const BESIDE = 'rt,rp,math :not(semantics,annotation)';
/** What the page adds to the text of the article: as in `src/article/passages.ts`. */
const ADDED = '[data-footnote-backref],[data-skip],#footnote-label';
const MARKS = '[data-footnote-ref]';

/** A string without white space. */
export const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Reads an article's body, in the script it was written in.
 * @param withMarks the marks of footnotes count, as a browser sees the text
 */
export function plainText(body: Element, withMarks = false): PlainText {
  const added = withMarks ? ADDED : `${ADDED},${MARKS}`;
  const leftOut = `${BESIDE},${added}`;
  const plain: PlainText = { text: '', nodes: [], offsets: [], passages: [], written: [] };
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(leftOut) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text || node instanceof HTMLImageElement)) continue;
    const text = node instanceof Text ? originalText(node) : node.alt;
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text[offset] ?? '';
      if (/\s/.test(unit)) continue;
      plain.text += unit;
      plain.nodes.push(node);
      plain.offsets.push(offset);
    }
  }
  const tree = {
    ...DOM,
    text: (node: Node) => (node instanceof Text ? originalText(node) : DOM.text(node)),
    skipped: (node: Node) => node instanceof Element && node.matches(added),
  };
  plain.written = passagesOf(body, tree);
  let at = 0;
  for (const passage of plain.written.map(bare)) {
    const here = plain.text.startsWith(passage, at);
    plain.passages.push(here ? at : null);
    if (here) at += passage.length;
  }
  return plain;
}

/** The units `[from, to)` as a range of the page. */
export function rangeOf({ nodes, offsets }: PlainText, from: number, to: number): Range | null {
  const [first, last] = [nodes[from], nodes[to - 1]];
  if (!first || !last) return null;
  const range = document.createRange();
  if (first instanceof Text) range.setStart(first, offsets[from] ?? 0);
  else range.setStartBefore(first);
  if (last instanceof Text) range.setEnd(last, (offsets[to - 1] ?? 0) + 1);
  else range.setEndAfter(last);
  return range;
}

/** The units of a range of the page, `[from, to)`; null for one that holds none of the text. */
export function unitsOf({ nodes, offsets }: PlainText, range: Range): [from: number, to: number] | null {
  let [from, to] = [-1, -1];
  for (const [unit, node] of nodes.entries()) {
    // Before a picture, or before a character.
    if (range.comparePoint(...pointOf(node, offsets[unit] ?? 0)) !== 0) continue;
    // A point at the range's end lies in it, its character does not.
    if (node === range.endContainer && (offsets[unit] ?? 0) >= range.endOffset) continue;
    if (from < 0) from = unit;
    to = unit + 1;
  }
  return from < 0 ? null : [from, to];
}

const pointOf = (node: Text | HTMLImageElement, offset: number): [node: Node, offset: number] =>
  node instanceof Text
    ? [node, offset]
    : [node.parentNode ?? node, Array.from(node.parentNode?.childNodes ?? []).indexOf(node)];
