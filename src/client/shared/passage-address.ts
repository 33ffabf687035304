/** Most strings, and most of each, that an address carries. */
const STRINGS = 5;
const LENGTH = 80;

/** Where in an article something was found: the link of a hit leads there. */
export interface PassageAddress {
  /** Number of the passage, as `src/article/passages.ts` counts; null where it is not known. */
  passage: number | null;
  /** The strings found, as they stand in the article. */
  strings: readonly string[];
}

/**
 * A fragment with `#` that leads to a passage; empty for null. What search found is named here and not by a text directive (`:~:text=`):
 * browsers look for whole words there, and in Chinese guess what a word is, so a string that begins or ends inside one would not be found. A quote
 * has a directive behind the passage (`text-directive.ts`), with what stands around it.
 */
export function writeFragment(address: PassageAddress | null): string {
  if (!address) return '';
  const params = new URLSearchParams();
  if (address.passage !== null) params.set('p', String(address.passage));
  for (const text of address.strings.slice(0, STRINGS)) params.append('t', clipped(text));
  const text = params.toString();
  return text && `#${text}`;
}

/** The beginning of a string, no pair of surrogates cut in two. */
const clipped = (text: string): string => text.slice(0, LENGTH).replace(/[\ud800-\udbff]$/, '');

/** Reads what `writeFragment` wrote; null for any other fragment. */
export function readFragment(hash: string): PassageAddress | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const strings = params.getAll('t').filter((text) => text.trim() !== '');
  const passage = params.get('p');
  const number = passage !== null && /^\d{1,6}$/.test(passage) ? Number(passage) : null;
  return number === null && strings.length === 0 ? null : { passage: number, strings };
}
