/** Most strings, and most of each, that an address carries. */
const STRINGS = 5;
const LENGTH = 80;

/** Where in an article something was found. */
export interface Place {
  /** Number of the passage, as `src/article/passages.ts` counts; null where it is not known. */
  passage: number | null;
  /** The strings found, as they stand in the article. */
  strings: readonly string[];
}

/** Address of a file of the site: each step of the path escaped, so that a `#` or `?` in a name stays part of it. */
export function pageUrl(path: string, root: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/');
}

/**
 * A place as a fragment with `#`; empty for no place. Not a text fragment (`#:~:text=`): browsers look for whole words
 * there, and in Chinese guess what a word is, so a string that begins or ends inside one would not be found.
 */
export function writePlace(place: Place | null): string {
  if (!place) return '';
  const params = new URLSearchParams();
  if (place.passage !== null) params.set('p', String(place.passage));
  for (const text of place.strings.slice(0, STRINGS)) params.append('t', clipped(text));
  const text = params.toString();
  return text && `#${text}`;
}

/** The beginning of a string, no pair of surrogates cut in two. */
const clipped = (text: string): string => text.slice(0, LENGTH).replace(/[\ud800-\udbff]$/, '');

/** Reads what `writePlace` wrote; null for any other fragment. */
export function readPlace(hash: string): Place | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const strings = params.getAll('t').filter((text) => text.trim() !== '');
  const passage = params.get('p');
  const number = passage !== null && /^\d{1,6}$/.test(passage) ? Number(passage) : null;
  return number === null && strings.length === 0 ? null : { passage: number, strings };
}
