import type { Entry } from '../types.ts';
import type { IndexDocument } from './gram/types.ts';

/** Takes from an article what the index keeps of it, besides its text. */
export function indexFields(entry: Entry): Omit<IndexDocument, 'passages'> {
  const { path, title, author, time, topics } = entry;
  return { path, title, author, date: time?.date ?? '', tags: topics };
}
