import { hash as hashText } from 'node:crypto';
import type { Entry, Reading, Resolved } from '../types.ts';

/** Base64 digits of a key: 96 bits. */
const LENGTH = 16;

const shortKey = (text: string): string => hashText('sha256', text, 'base64').slice(0, LENGTH);

/** Key of an article: another one where its bytes, file, path, topics or joined authors differ. */
export const entryKey = (
  { hash, file, author: written }: Reading,
  path: string,
  topics: readonly string[],
  author: string,
): string =>
  // Neither a hash nor a path holds a line break.
  shortKey(
    `${hash}\n${path}\n${topics.length === 0 ? '' : JSON.stringify(topics)}\n${file}${author === written ? '' : `\n${author}`}`,
  );

/** Key of an article as a row of lists: another one where path, title, author or day differ. */
export const rowKey = ({ path, title, author, time }: Entry): string =>
  shortKey(`${path}\n${time?.date ?? ''}\n${author}\n${title}`);

/** Key of an article whose references were found: another one where one of them leads elsewhere, or to a file with other bytes. */
export const referencesKey = (key: string, references: readonly Resolved[]): string =>
  shortKey(key + JSON.stringify(references));
