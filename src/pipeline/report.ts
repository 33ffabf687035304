import path from 'node:path';
import { writeOutput } from '../exporters/run.ts';
import type { Certificate } from '../search/certificate.ts';
import type { Problem } from '../types.ts';

/** What `report.json` says before its lists. */
export interface ReportHead {
  articles: number;
  repairs: Record<string, number>;
  problems: Record<string, number>;
  /** Whether word search was built, and why or why not. */
  pagefind: { built: boolean; reason: string };
  /** How the search index did when it was asked for strings out of the articles. */
  certificate: Certificate | null;
}

/** Sorted, so that the same content gives the same report whatever order it was read in. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const key = ({ file, line, column, rule }: Problem) => [file, line, column, rule] as const;
  return [...problems].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    for (const [at, value] of left.entries()) {
      const other = right[at] ?? '';
      if (value !== other) return value < other ? -1 : 1;
    }
    return 0;
  });
}

/** A problem as a line for people: `file:line:column severity rule: message`. */
export const problemLine = ({ file, line, column, severity, rule, message }: Problem): string =>
  `${file}:${line}:${column} ${severity} ${rule}: ${message}`;

/** Number of things by rule, most frequent first. */
export function countByRule(items: Iterable<{ rule: string }>): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of items) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/**
 * Writes `report.json`, one line a problem and one line a file's repairs, so that tools can also read it by lines.
 * @param repairs lines of JSON
 */
export function writeReport(
  file: string,
  head: ReportHead,
  problems: readonly Problem[],
  repairs: Iterable<Uint8Array>,
): void {
  writeOutput(path.dirname(file), {
    path: path.basename(file),
    *chunks() {
      yield `{"version":1,"summary":${JSON.stringify(head)},\n"problems":[`;
      yield* separated(problems, (problem) => Buffer.from(JSON.stringify(problem)));
      yield '],\n"repairs":[';
      yield* separated(repairs, (line) => line);
      yield ']}\n';
    },
  });
}

/** Bytes of a list that are handed on together: a piece a line costs more than its bytes do. */
const TOGETHER = 1 << 18;

/** The lines of a list with what stands between them. */
function* separated<Item>(
  items: Iterable<Item>,
  lineOf: (item: Item) => Uint8Array,
): Generator<Uint8Array | string> {
  let separator = '\n';
  let room = Buffer.allocUnsafe(TOGETHER);
  let used = 0;
  for (const item of items) {
    const line = lineOf(item);
    if (used + separator.length + line.length > TOGETHER) {
      yield room.subarray(0, used);
      // The one before is still waiting to be written.
      room = Buffer.allocUnsafe(Math.max(TOGETHER, separator.length + line.length));
      used = 0;
    }
    used += room.write(separator, used, 'latin1');
    room.set(line, used);
    used += line.length;
    separator = ',\n';
  }
  yield room.subarray(0, used);
}
