import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { repair } from '../report.ts';
import type { Heading, Reference, Repair } from '../types.ts';
import { decoded, resolveUrl } from './addresses.ts';
import { anchorId, isAnchor } from './anchors.ts';
import { anchorKey } from './headings.ts';
import { eachElement, isElement, lineOf, rebuild, someElement } from './tree.ts';

/** A scheme that cannot lead to anything of the archive. */
const OTHER_SCHEME = /^(?!https?:|wiki:)[a-z][a-z\d+.-]*:/i;

/**
 * Settles where each link goes: fragments are tied to the article's headings and footnotes; everything else is a reference, because another article
 * or a file of the content folder may be meant, and until that is known has its address on the net, if any. A link that can lead nowhere becomes its
 * text, with a repair: no page has a broken link.
 * @param pictureLink what a link around nothing but a picture without description is called, before its address
 */
export function settleLinks(
  tree: Root,
  base: string | null,
  headings: readonly Heading[],
  pictureLink: string,
  references: Reference[],
): Repair[] {
  const repairs: Repair[] = [];
  const ids = uniqueIds(tree);
  if (!someElement(tree, (node) => isElement(node, 'a'))) return repairs;
  // The first of several headings of one name counts.
  const bySlug = new Map(headings.toReversed().map(({ id, text }) => [anchorKey(text), id]));
  let line = 1;
  rebuild(tree, (node) => {
    line = lineOf(node, line);
    if (!isElement(node, 'a') || isAnchor(node)) return node;
    const href = String(node.properties.href ?? '').trim();
    const isOwn = href.startsWith('#');
    const url = isOwn
      ? inArticle(href.slice(1), ids, bySlug)
      : href.startsWith('wiki:')
        ? null
        : resolveUrl(href, base);
    const isReference =
      !isOwn && href !== '' && !OTHER_SCHEME.test(href) && (url !== null || !/^https?:|^\/\//i.test(href));
    if (url === null && !isReference) {
      // A bare address in prose (`http://your-server`) still stands there as text.
      const title = String(node.properties.title ?? '');
      if (title !== '' || !isBare(href, textOf(node)))
        repairs.push(repair('dead-link', line, title === '' ? href : `${href} "${title}"`, textOf(node)));
      return node.children;
    }
    const { href: _, ...others } = node.properties;
    node.properties = {
      ...(isReference ? { dataRef: references.length } : {}),
      // A relative address means the folder first: it leads to the net only where nothing there is meant.
      ...(url === null
        ? {}
        : isReference && !/^(?:https?:)?\/\/|^www\./i.test(href)
          ? { dataHref: url }
          : { href: url }),
      ...others,
    };
    if (isReference) references.push({ kind: 'link', address: href, line });
    if (textOf(node).trim() === '' && !someElement(node, isDescribed))
      node.properties.ariaLabel = pictureLink + (url ?? decoded(href));
    if (url !== null && /^https?:/i.test(url)) node.properties.rel = ['external', 'noopener', 'noreferrer'];
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
  const own = anchorId(decoded(fragment));
  if (ids.has(own)) return `#${encodeURIComponent(own)}`;
  const id = bySlug.get(anchorKey(decoded(fragment)));
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
