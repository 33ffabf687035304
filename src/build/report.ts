import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Certificate } from '../search/certificate.ts';
import type { Problem } from '../types.ts';
import type { FileRepairs } from './ledger.ts';

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

/** Writes `report.json`, one line a problem and one line a file's repairs, so that tools can also read it by lines. */
export async function writeReport(
  file: string,
  head: ReportHead,
  problems: readonly Problem[],
  repairs: Iterable<FileRepairs>,
): Promise<void> {
  const out = createWriteStream(file);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`{"version":1,"summary":${JSON.stringify(head)},\n"problems":[`);
  await writeList(write, problems);
  await write('],\n"repairs":[');
  await writeList(write, repairs);
  await write(']}\n');
  out.end();
  await once(out, 'finish');
}

async function writeList(write: (text: string) => Promise<void>, items: Iterable<unknown>): Promise<void> {
  let separator = '\n';
  for (const item of items) {
    await write(`${separator}${JSON.stringify(item)}`);
    separator = ',\n';
  }
}
