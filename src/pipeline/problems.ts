import type { Problem } from '../types.ts';

/** Sorts problems, so that the same content gives the same report whatever order it was read in. */
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
export interface RuleCount {
  rule: string;
  count: number;
}

/** Counts problems, or anything else that has a rule. */
export const countByRule = (items: Iterable<{ rule: string }>): RuleCount[] =>
  sumByRule([...items].map(({ rule }) => [rule, 1] as const));

/** Adds up what was counted by rule. */
export function sumByRule(counted: Iterable<readonly [rule: string, count: number]>): RuleCount[] {
  const counts = new Map<string, number>();
  for (const [rule, count] of counted) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
