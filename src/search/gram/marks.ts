/** A piece of text with the places that match. */
export interface Excerpt {
  text: string;
  /** Half-open ranges in UTF-16 code units of `text`, ascending, neither touching nor overlapping. */
  marks: [from: number, to: number][];
}

/** Appends a range to ascending marks, joining it to the last where they touch (人工智能 is indexed as 人工 and 智能). Empty ranges vanish. */
export function addMark(marks: [number, number][], from: number, to: number): void {
  if (to <= from) return;
  const last = marks.at(-1);
  if (last && from <= last[1]) last[1] = Math.max(last[1], to);
  else marks.push([from, to]);
}

/** The different strings that are marked in some excerpts, in order. */
export function markedStrings(excerpts: readonly Excerpt[]): string[] {
  const strings = excerpts.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)));
  return [...new Set(strings)];
}
