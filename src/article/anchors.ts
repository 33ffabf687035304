import type { Root } from 'hast';
import { slugOf } from './headings.ts';
import { eachElement, element, isElement } from './tree.ts';

/** Begins the ids of places that an article names itself: no id of the page begins so. */
const OWN = 'a-';

/** The id of a place that an article names. */
export const anchorId = (name: string): string => OWN + slugOf(name);

/** Keeps the places that an article names (`<a name>`, `id=`), under ids of their own; a heading, whose id is its text, holds its place. */
export function settleAnchors(tree: Root): void {
  const taken = new Set<string>();
  eachElement(tree, (node) => {
    const { id, name } = node.properties;
    if (typeof id === 'string' && /^(?:user-content-|footnote-label$)/.test(id)) return;
    const written =
      typeof id === 'string' ? id : node.tagName === 'a' && typeof name === 'string' ? name : '';
    if (id === undefined && written === '') return;
    delete node.properties.id;
    const own = anchorId(written);
    if (own === OWN || taken.has(own)) return;
    taken.add(own);
    if (/^h[1-6]$/.test(node.tagName)) node.children.unshift(element('a', { id: own }, []));
    else node.properties.id = own;
  });
}

/** True for an element that does nothing but name a place. */
export const isAnchor = (node: Root['children'][number]): boolean =>
  isElement(node, 'a') && !node.properties.href && String(node.properties.id ?? '').startsWith(OWN);
