import { domPassages } from '../../article/passages.ts';

/** The text of an article without its white space, which a page may break as it likes, and where each unit of it stands. */
export interface PlainText {
  text: string;
  /** Text node of each unit, or the picture whose description it belongs to. */
  nodes: (Text | HTMLImageElement)[];
  /** Offset of each unit in its node. */
  offsets: number[];
  /** Where each passage begins; null for text over ruby, which stands beside the text. */
  passages: (number | null)[];
}

/** Elements that are no text of the article, or stand beside it: as in `src/article/passages.ts`. */
const LEFT_OUT =
  'rt,rp,math :not(semantics,annotation),[data-footnote-ref],[data-footnote-backref],[data-skip],#footnote-label';

/** A string without white space. */
export const bare = (text: string): string => text.replace(/\s+/g, '');

/** Reads an article's body. */
export function plainText(body: Element): PlainText {
  const plain: PlainText = { text: '', nodes: [], offsets: [], passages: [] };
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text || node instanceof HTMLImageElement)) continue;
    const text = node instanceof Text ? node.data : node.alt;
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text[offset] ?? '';
      if (/\s/.test(unit)) continue;
      plain.text += unit;
      plain.nodes.push(node);
      plain.offsets.push(offset);
    }
  }
  let at = 0;
  for (const passage of domPassages(body).map(bare)) {
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
