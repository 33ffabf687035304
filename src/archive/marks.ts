import { hash } from 'node:crypto';
import type { Archive, Entry } from '../types.ts';

/** Base64 digits of a mark: 96 bits. */
const LENGTH = 16;

/** A short digest of some texts, which hold no line breaks but the last. */
const markOf = (...texts: string[]): string => hash('sha256', texts.join('\n'), 'base64').slice(0, LENGTH);

/** Makes a mark for each article of an archive, once an archive: lists that name the same articles need not be compared by their contents. */
function marks(make: (entry: Entry) => string): (archive: Archive) => readonly string[] {
  const known = new WeakMap<Archive, readonly string[]>();
  return (archive) => {
    const found = known.get(archive) ?? archive.entries.map(make);
    known.set(archive, found);
    return found;
  };
}

/** Marks of the articles as rows of lists: another mark where path, title, author or day differ. */
export const rowMarks = marks(({ path, title, author, time }) =>
  markOf(path, time?.date ?? '', author, title),
);

/** Marks of the articles with all they hold: another mark where bytes, file, path or topics differ. */
export const entryMarks = marks(({ digest, path, file, topics }) =>
  markOf(digest, path, JSON.stringify([file, topics])),
);
