import type { Element, Root } from 'hast';
import { firstCharacters } from '../text/clip.ts';
import type { Heading } from '../types.ts';
import { hastPassages } from './passages.ts';
import { eachElement } from './tree.ts';

const NAME = /^h([1-6])$/;

/** Id remark-rehype gives the heading of the footnotes, which is no part of the article's outline. */
const FOOTNOTE_LABEL = 'footnote-label';

/** Moves the shallowest heading of the body to h2 (h1 is the page's title), the others with it, and gives each an id. */
export function settleHeadings(tree: Root): Heading[] {
  const found: Element[] = [];
  eachElement(tree, (node) => {
    if (NAME.test(node.tagName) && node.properties.id !== FOOTNOTE_LABEL) found.push(node);
  });
  const depthOf = ({ tagName }: Element) => Number(tagName.slice(1));
  const shift = 2 - found.reduce((least, node) => Math.min(least, depthOf(node)), 6);
  const taken = new Map<string, number>();
  const used = new Set<string>();
  return found.map((node) => {
    const depth = Math.min(6, depthOf(node) + shift);
    const text = hastPassages(node).join(' ');
    const slug = slugOf(text) || 'section';
    let count = taken.get(slug) ?? 0;
    let id: string;
    do id = ++count === 1 ? `h-${slug}` : `h-${slug}-${count}`;
    while (used.has(id));
    taken.set(slug, count);
    used.add(id);
    node.tagName = `h${depth}`;
    node.properties.id = id;
    return { depth, id, text, recovered: 'dataRecovered' in node.properties };
  });
}

/** Letters and digits alone: `#23-标题`, `#2.3 标题` and `#_2-3-标题` are one. */
export const anchorKey = (text: string): string => slugOf(text).replaceAll('-', '');

/** Letters and digits of any script, the rest as single hyphens, 60 characters at most. */
export function slugOf(text: string): string {
  const hyphened = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return firstCharacters(hyphened, 60).replace(/^-+|-+$/g, '');
}
