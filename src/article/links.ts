import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { repair } from '../report.ts';
import type { Heading, Repair } from '../types.ts';
import { decoded, resolveUrl } from './addresses.ts';
import { slugOf } from './headings.ts';
import { eachElement, isElement, lineOf, rebuild, someElement } from './tree.ts';

/**
 * Settles where each link goes: absolute addresses marked as leading out, relative ones resolved against the
 * article's address, fragments tied to the article's headings and footnotes. A link that leads nowhere becomes
 * its text, with a repair: no page has a broken link.
 * @param pictureLink what a link around nothing but a picture without description is called, before its address
 */
export function settleLinks(
  tree: Root,
  base: string | null,
  headings: readonly Heading[],
  pictureLink: string,
): Repair[] {
  const repairs: Repair[] = [];
  const ids = uniqueIds(tree);
  if (!someElement(tree, (node) => isElement(node, 'a'))) return repairs;
  // The first of several headings of one name counts.
  const bySlug = new Map(headings.toReversed().map(({ id, text }) => [slugOf(text), id]));
  let line = 1;
  rebuild(tree, (node) => {
    line = lineOf(node, line);
    if (!isElement(node, 'a')) return node;
    const href = String(node.properties.href ?? '');
    const target = href.startsWith('#') ? inArticle(href.slice(1), ids, bySlug) : resolveUrl(href, base);
    if (target === null) {
      // A bare address in prose (`http://your-server`) still stands there as text.
      if (!isBare(href, textOf(node))) repairs.push(repair('dead-link', line, href, textOf(node)));
      return node.children;
    }
    node.properties.href = target;
    if (textOf(node).trim() === '' && !someElement(node, isDescribed))
      node.properties.ariaLabel = pictureLink + target;
    if (/^https?:/i.test(target)) node.properties.rel = ['external', 'noopener', 'noreferrer'];
    return node;
  });
  return repairs;
}

/** True for a picture whose description says what the link around it is. */
const isDescribed = ({ properties }: Element): boolean => Boolean(properties.alt);

/** True where a link's words are its address, with or without the scheme. */
function isBare(href: string, text: string): boolean {
  const written = decoded(href, decodeURI);
  return text !== '' && (written === text || written.replace(/^https?:\/\//, '') === text);
}

/** `#fragment` of an element that exists: by its id, or by the text of a heading as other generators slug it. */
function inArticle(
  fragment: string,
  ids: ReadonlySet<string>,
  bySlug: ReadonlyMap<string, string>,
): string | null {
  if (ids.has(fragment)) return `#${fragment}`;
  const id = bySlug.get(slugOf(decoded(fragment)));
  return id === undefined ? null : `#${encodeURIComponent(id)}`;
}

/** The ids of a tree; a second element of the same id loses it. */
function uniqueIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  eachElement(tree, ({ properties }) => {
    if (typeof properties.id !== 'string') return;
    if (ids.has(properties.id)) delete properties.id;
    else ids.add(properties.id);
  });
  return ids;
}
