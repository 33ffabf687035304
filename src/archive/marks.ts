import { hash } from 'node:crypto';
import type { Archive, Reading } from '../types.ts';

/** Base64 digits of a mark: 96 bits. */
const LENGTH = 16;

/** A short digest. */
const markOf = (text: string): string => hash('sha256', text, 'base64').slice(0, LENGTH);

/** What stands for an article wherever its bytes, file, path and topics do. */
export const entryMark = ({ digest, file }: Reading, path: string, topics: readonly string[]): string =>
  // Neither a digest nor a path holds a line break.
  markOf(`${digest}\n${path}\n${topics.length === 0 ? '' : JSON.stringify(topics)}\n${file}`);

const made = new WeakMap<Archive, readonly string[]>();

/**
 * Marks of the articles as rows of lists: another one where path, title, author or day differ.
 * Made once an archive: an article is a row of half a dozen pages.
 */
export function rowMarks(archive: Archive): readonly string[] {
  const known = made.get(archive);
  if (known) return known;
  const marks = archive.entries.map(({ path, title, author, time }) =>
    markOf(`${path}\n${time?.date ?? ''}\n${author}\n${title}`),
  );
  made.set(archive, marks);
  return marks;
}
