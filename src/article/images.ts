import type { Root } from 'hast';
import { repair } from '../report.ts';
import type { Reference, Repair } from '../types.ts';
import { decoded, resolveUrl } from './addresses.ts';
import { isElement, lineOf, rebuild, someElement } from './tree.ts';

/** Pictures inside the file itself, up to 24 KB of them: larger ones would weigh on the page more than its text. */
const INLINE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z\d+/=\s]{1,32768}$/i;

/** Class of pictures without known size, for which the style sheet reserves room. */
const UNSIZED = 'unsized';

/** Words that name a file, or nothing: no description of what a picture shows. */
const NO_PROSE =
  /^(?:[\w@%()+.-]{1,80}\.(?:png|jpe?g|gif|webp|svg|bmp)|[\d._()-]{1,20}|(?:image|img|picture|photo|screenshot|截图|图片|图像|pic|alt(?: text)?)[\s_-]*\d*(?:\.png)?|[\da-f-]{16,})$/i;

/** A picture's description; empty where it says nothing. */
const described = (alt: unknown): string => {
  const text = String(alt ?? '').trim();
  return NO_PROSE.test(text) ? '' : text;
};

/**
 * Settles where pictures come from: each is a reference, because a file of the content folder may be meant; until that is known it has its address on
 * the net, if any. A picture that cannot be shown leaves its description as text, with a repair.
 */
export function settleImages(tree: Root, base: string | null, references: Reference[]): Repair[] {
  const repairs: Repair[] = [];
  if (!someElement(tree, (node) => isElement(node, 'img'))) return repairs;
  let line = 1;
  rebuild(tree, (node) => {
    line = lineOf(node, line);
    if (!isElement(node, 'img')) return node;
    const { src, alt, title, width, height } = node.properties;
    const written = String(src ?? '').trim();
    const inline = INLINE.test(written);
    const resolved = inline ? written : written.startsWith('wiki:') ? null : resolveUrl(written, base);
    const url = resolved !== null && /^(?:https?|data):/.test(resolved) ? resolved : null;
    const mayBeFile =
      !inline &&
      written !== '' &&
      (written.startsWith('wiki:') || !/^[a-z][a-z\d+.-]+:/i.test(written) || url !== null);
    if (url === null && !mayBeFile) {
      repairs.push(repair('dead-image', line, written, String(alt ?? '')));
      return alt ? { type: 'text', value: String(alt) } : [];
    }
    const [wide, high] = [pixels(width), pixels(height)];
    const description = described(alt);
    node.properties = {
      ...(inline ? {} : { dataRef: references.length }),
      // A relative address means the folder first: nothing is put into its place before that is known.
      ...(url === null
        ? {}
        : inline || /^(?:https?:|\/\/|www\.)/i.test(written)
          ? { src: url }
          : { dataSrc: url }),
      ...(mayBeFile && (url === null || !/^(?:https?:|\/\/|www\.)/i.test(written))
        ? { dataAddress: decoded(written.replace(/^wiki:/, '')) }
        : {}),
      alt: description || String(title || ''),
      ...(description && title ? { title } : {}),
      ...(wide ? { width: wide } : {}),
      ...(high ? { height: high } : {}),
      ...(wide && high ? {} : { className: [UNSIZED] }),
      loading: 'lazy',
      decoding: 'async',
      referrerPolicy: 'no-referrer',
    };
    if (!inline) references.push({ kind: 'picture', address: written, line });
    return node;
  });
  return repairs;
}

/** A length in CSS pixels as HTML wants it, or null for percentages and nonsense. */
function pixels(written: unknown): number | null {
  const value = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(String(written ?? ''))?.[1];
  return value && Number(value) > 0 ? Number(value) : null;
}
