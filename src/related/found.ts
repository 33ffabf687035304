import type { Relations, Thread } from '../archive/relations.ts';
import { placeOf } from './nearest.ts';

/** What articles have to do with one another, as plain data, for it comes from another process: lists by the articles' positions. */
export interface Found {
  /** The few most like each, dated before it, oldest first; of an undated one the most like it, best first. */
  before: readonly number[][];
  /** The few dated after it, oldest first. */
  after: readonly number[][];
  /** The first article with the text of each: itself mostly. */
  first: readonly number[];
  threads: readonly Thread[];
}

/** Articles of one text that a page names. */
const COPIES = 4;

/** What was found, as the archive asks for it. */
export function relationsOf({ before, after, first, threads }: Found): Relations {
  const places = new Map<number, { thread: Thread; number: number }>();
  for (const thread of threads)
    for (const { position, number } of thread.members) places.set(position, { thread, number });
  const texts = textsOf(first);
  return {
    before: (position) => before[position] ?? [],
    after: (position) => after[position] ?? [],
    copies: (position) => around(texts.get(first[position] ?? position) ?? [], position),
    threadOf: (position) => places.get(position) ?? null,
    threads,
  };
}

/** The articles of each text that stands more than once, in order, by the first of them. */
function textsOf(first: readonly number[]): Map<number, number[]> {
  const texts = new Map<number, number[]>();
  for (const [position, text] of first.entries()) {
    if (text === position) continue;
    const list = texts.get(text);
    if (list) list.push(position);
    else texts.set(text, [text, position]);
  }
  return texts;
}

/** The few others of a list that stand nearest to one: half of them before it, where there are so many. */
function around(list: readonly number[], position: number): number[] {
  const own = placeOf(list, position);
  const from = Math.max(0, Math.min(own - COPIES / 2, list.length - COPIES - 1));
  return list.slice(from, from + COPIES + 1).filter((one) => one !== position);
}
