import type { Root } from 'hast';
import { repair } from '../report.ts';
import type { Repair } from '../types.ts';
import { resolveUrl } from './addresses.ts';
import { isElement, lineOf, rebuild, someElement } from './tree.ts';

/** Pictures inside the file itself, up to 24 KB of them: larger ones would weigh on the page more than its text. */
const INLINE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z\d+/=\s]{1,32768}$/i;

/** Class of pictures without known size, for which the style sheet reserves room. */
const UNSIZED = 'unsized';

/**
 * Settles where pictures come from: absolute http(s) addresses, fetched late and without telling where from.
 * A picture that cannot be shown leaves its description as text, with a repair.
 */
export function settleImages(tree: Root, base: string | null): Repair[] {
  const repairs: Repair[] = [];
  if (!someElement(tree, (node) => isElement(node, 'img'))) return repairs;
  let line = 1;
  rebuild(tree, (node) => {
    line = lineOf(node, line);
    if (!isElement(node, 'img')) return node;
    const { src, alt, title, width, height } = node.properties;
    const written = String(src ?? '').trim();
    const url = INLINE.test(written) ? written : resolveUrl(written, base);
    if (url === null || !/^(?:https?|data):/.test(url)) {
      repairs.push(repair('dead-image', line, written, String(alt ?? '')));
      return alt ? { type: 'text', value: String(alt) } : [];
    }
    const [wide, high] = [pixels(width), pixels(height)];
    node.properties = {
      src: url,
      alt: String(alt || title || ''),
      ...(alt && title ? { title } : {}),
      ...(wide && high ? { width: wide, height: high } : { className: [UNSIZED] }),
      loading: 'lazy',
      decoding: 'async',
      referrerPolicy: 'no-referrer',
    };
    return node;
  });
  return repairs;
}

/** A length in CSS pixels as HTML wants it, or null for percentages and nonsense. */
function pixels(written: unknown): number | null {
  const value = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(String(written ?? ''))?.[1];
  return value && Number(value) > 0 ? Number(value) : null;
}
