import { excerpt } from './excerpt.ts';
import { isPlaceholder, worthKeeping } from './placeholder.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, replaceNodes } from './tree.ts';

// `[^<>]`: a tag ends at the next bracket of either kind, so that a page of `<img` is read once.
const TAG = /<img\b[^<>]*>/gi;
const ATTRIBUTE = /([a-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Attributes in which scripts look for the real address, most usual first. */
const REAL =
  'data-original data-src data-actualsrc data-lazy-src data-original-src data-echo _src data-url original'.split(
    ' ',
  );

/** The text as an HTML attribute's value or as HTML text. Values are taken from HTML, so `&` is encoded there already. */
const encode = (text: string): string =>
  text.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The tag with its real address; its alternative text where there is none; the tag itself where nothing is wrong with it. */
function mendTag(tag: string): string {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  if (attributes.has('srcset') || !isPlaceholder(attributes.get('src') ?? '', attributes.get('alt')))
    return tag;
  const alt = attributes.get('alt') ?? '';
  const real = REAL.map((name) => attributes.get(name)?.trim() ?? '').find((url) => !isPlaceholder(url, ''));
  if (!real) return encode(worthKeeping(alt));
  const title = attributes.get('title');
  return `<img src="${encode(real)}" alt="${encode(alt)}"${title ? ` title="${encode(title)}"` : ''}>`;
}

/**
 * Raw `<img>` tags whose `src` is a stand-in: the address a script would have loaded is put in its place.
 * Addresses are not judged here: the sanitiser does that.
 */
export const lazyImage: CleanRule = {
  name: 'lazy-image',
  clean(tree, report) {
    replaceNodes(tree, (node) => {
      if (node.type !== 'html' || !/<img\b/i.test(node.value)) return undefined;
      node.value = node.value.replace(TAG, (tag) => {
        const after = mendTag(tag);
        if (after !== tag) report({ line: lineOf(node), before: excerpt(tag), after: excerpt(after) });
        return after;
      });
      return node.value.trim() === '' ? [] : undefined;
    });
  },
};
