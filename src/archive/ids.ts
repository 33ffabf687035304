import { createHash } from 'node:crypto';
import { decoded } from '../article/addresses.ts';
import { nameOfFile } from '../article/file-facts.ts';
import type { ArticleMeta } from '../types.ts';

/** A number that stands alone in a path segment and is long enough not to be a page number or a day. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d{3,}(?![\p{L}\p{N}])/gu;
/** Query fields that content systems keep an article's number in. */
const ID_FIELDS = ['id', 'aid', 'p', 'articleid', 'article_id', 'newsid', 'tid'];
/** Segments that name no article. */
const EMPTY_SEGMENT = /^(?:index|default|article|show|view|detail)?(?:\.\w{1,5})?$/iu;

/** Characters of a hash in a path: 112 bits, so that nobody can make two names of one hash. */
const HASH_LENGTH = 22;

/**
 * A hash for names that cannot stand in a path as they are.
 * @returns 22 characters of base 36, from the first 14 bytes of a SHA-256 of the UTF-16 text (half a surrogate pair has no UTF-8)
 */
export function shortHash(text: string): string {
  const hex = createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 28);
  return BigInt(`0x${hex}`).toString(36).padStart(HASH_LENGTH, '0');
}

/**
 * Names that a file system or this site gives a meaning of its own, and those that end as if in a hash: without the latter, whoever knows
 * the hash of one name could give another name its path.
 */
const RESERVED = new RegExp(`^(?:index|con|prn|aux|nul|com\\d|lpt\\d)$|(?:^|-)[a-z0-9]{${HASH_LENGTH}}$`);

/** Characters of a name that stays as it is, and of one that gets a hash. */
const PLAIN_LENGTH = 56;
const HASHED_LENGTH = 50;

/**
 * A name as a path segment: lower-case Latin letters, digits, Han characters and hyphens, at most 56 characters or 50 and a hash
 * (224 bytes: with a hash for articles of one name and an ending it stays below the 255 that file systems take).
 * A name that loses something on the way gets its hash appended. So two names never share a segment, whatever else is in the archive, nor do
 * they on file systems that take upper and lower case or two ways to write one character for the same.
 */
export function segment(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, '-')
    .replace(/^-|-$/g, '');
  const characters = [...plain.slice(0, 2 * PLAIN_LENGTH + 2)];
  if (plain && plain === name && characters.length <= PLAIN_LENGTH && !RESERVED.test(plain)) return plain;
  const cut = characters.slice(0, HASHED_LENGTH).join('').replace(/-$/, '');
  return cut ? `${cut}-${shortHash(name)}` : shortHash(name);
}

const baseName = (file: string): string => file.replace(/^.*\//, '').replace(/\.[^.]*$/, '') || file;

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
 * its own `id`, else the number (or last segment) of its original address, else its `slug`, else its file's name.
 * @returns a path segment, never empty
 */
export function articleId(meta: Pick<ArticleMeta, 'id' | 'url' | 'slug' | 'file'>): string {
  if (meta.id) return segment(meta.id);
  const fromUrl = meta.url ? idOfUrl(meta.url) : null;
  if (fromUrl) return segment(fromUrl);
  return segment(meta.slug || nameOfFile(meta.file) || baseName(meta.file));
}
