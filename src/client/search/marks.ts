import type { Excerpt } from './engine.ts';

/** The different strings that are marked in some excerpts, in order. */
export function markedStrings(excerpts: readonly Excerpt[]): string[] {
  const strings = excerpts.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)));
  return [...new Set(strings)];
}
