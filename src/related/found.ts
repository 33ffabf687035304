import type { Relations, Thread } from '../archive/relations.ts';
import { placeOf } from './nearest.ts';

/** Positions of the few articles most like one: dated before it, and after it, oldest first; of an undated one the most like it, best first, and none. */
export type Lists = [before: number[], after: number[]];

/** What articles have to do with one another, by their positions. */
export interface Found {
  near: readonly Lists[];
  /** The first article with the text of each: itself mostly. */
  first: Int32Array;
  threads: readonly Thread[];
}

/** Articles of one text that a page names. */
const COPIES = 4;

/** What was found, as the archive asks for it. */
export function relationsOf({ near, first, threads }: Found): Relations {
  const places = new Map<number, { thread: Thread; number: number }>();
  for (const thread of threads)
    for (const { position, number } of thread.members) places.set(position, { thread, number });
  const texts = textsOf(first);
  return {
    before: (position) => near[position]?.[0] ?? [],
    after: (position) => near[position]?.[1] ?? [],
    copies: (position) => around(texts.get(first[position] ?? position) ?? [], position),
    threadOf: (position) => places.get(position) ?? null,
    threads,
  };
}

/** The articles of each text that stands more than once, in order, by the first of them. */
function textsOf(first: Int32Array): Map<number, number[]> {
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
