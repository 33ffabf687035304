import { createHash } from 'node:crypto';
import { decoded } from '../article/addresses.ts';
import type { ArticleMeta } from '../types.ts';

/** A number that stands alone in a path segment and is long enough not to be a page number or a day. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d{3,}(?![\p{L}\p{N}])/gu;
/** Query fields that content systems keep an article's number in. */
const ID_FIELDS = ['id', 'aid', 'p', 'articleid', 'article_id', 'newsid', 'tid'];
/** Segments that name no article. */
const EMPTY_SEGMENT = /^(?:index|default|article|show|view|detail)?(?:\.\w{1,5})?$/iu;

/**
 * A short digest for names that cannot stand in a path as they are.
 * @returns 8 characters of base 36, from the first 5 bytes of a SHA-256
 */
export function shortHash(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  return bytes.readUIntBE(0, 5).toString(36).padStart(8, '0');
}

/**
 * A name as a path segment: lower-case Latin letters, digits, Han characters and hyphens, at most 56 characters
 * (224 bytes: with a hash, another for articles of one name, and an ending it stays below the 255 that file systems take).
 * A name that loses something on the way gets its hash appended, so that two names never share a segment
 * (case-insensitive file systems included).
 */
export function segment(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const cut = [...plain].slice(0, 56).join('');
  if (cut && cut === name && !RESERVED.test(cut)) return cut;
  return cut ? `${cut}-${shortHash(name)}` : shortHash(name);
}

/** Names that a file system or this site gives a meaning of its own. */
const RESERVED = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/;

/** The part of an address that names the article: its number where there is one, else its last segment; null where nothing does. */
function idOfUrl(url: string): string | null {
  const { pathname, searchParams } = new URL(url);
  for (const [key, value] of searchParams)
    if (ID_FIELDS.includes(key.toLowerCase()) && /^[\w-]{1,60}$/.test(value)) return value;
  const [last, before = ''] = pathname
    .split('/')
    .filter((part) => !EMPTY_SEGMENT.test(part))
    .reverse();
  if (!last) return null;
  const stem = decoded(last).replace(/\.[a-z]{2,5}$/i, '');
  // `18089/1.html` is the first page of 18089; below a year, `2013/1.html` is the first article.
  if (/^\d{1,2}$/.test(stem) && /^\d{3,}$/.test(before) && !/^(?:19|20)\d\d$/.test(before)) return before;
  // A date in a segment (`2013-08-01-some-title`) is no article number: the whole segment is the name then.
  const numbers = /\d{4}-\d{1,2}-\d{1,2}/.test(stem) ? [] : [...stem.matchAll(LONG_NUMBER)];
  return numbers.at(-1)?.[0] ?? stem;
}

/**
 * The last part of an article's path, from the article alone, so that it never changes because another article came:
 * its own `id`, else the number (or last segment) of its original address, else its file's name.
 * @returns a path segment, never empty
 */
export function articleId(meta: Pick<ArticleMeta, 'id' | 'url' | 'file'>): string {
  if (meta.id) return segment(meta.id);
  const fromUrl = meta.url ? idOfUrl(meta.url) : null;
  if (fromUrl) return segment(fromUrl);
  const name = meta.file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return segment(name || meta.file);
}
