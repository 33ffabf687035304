import type { Entry } from '../types.ts';
import type { IndexDocument } from './gram/types.ts';

/** Takes from an article what the index keeps of it, besides its text. */
export const indexFields = ({
  path,
  title,
  author,
  time,
  topics,
}: Entry): Omit<IndexDocument, 'passages'> => ({
  path,
  title,
  author,
  date: time?.date ?? '',
  tags: topics,
});
