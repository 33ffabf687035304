import { hash as hashText } from 'node:crypto';
import type { Archive, Reading } from '../types.ts';

/** Base64 digits of a key: 96 bits. */
const LENGTH = 16;

const keyOf = (text: string): string => hashText('sha256', text, 'base64').slice(0, LENGTH);

/** Key of an article: another one where its bytes, file, path or topics differ. */
export const entryKey = ({ hash, file }: Reading, path: string, topics: readonly string[]): string =>
  // Neither a hash nor a path holds a line break.
  keyOf(`${hash}\n${path}\n${topics.length === 0 ? '' : JSON.stringify(topics)}\n${file}`);

const made = new WeakMap<Archive, readonly string[]>();

/**
 * Keys of the articles as rows of lists: another one where path, title, author or day differ.
 * Made once an archive: an article is a row of half a dozen pages.
 */
export function rowKeys(archive: Archive): readonly string[] {
  const known = made.get(archive);
  if (known) return known;
  const keys = archive.entries.map(({ path, title, author, time }) =>
    keyOf(`${path}\n${time?.date ?? ''}\n${author}\n${title}`),
  );
  made.set(archive, keys);
  return keys;
}
