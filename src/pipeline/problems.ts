import type { Problem } from '../types.ts';

/** Sorts problems, so that the same content gives the same report whatever order it was read in. */
export const sortedProblems = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) => inOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inOrder(a.rule, b.rule),
  );

/** Code unit order. */
const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

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
    .sort((a, b) => b.count - a.count || inOrder(a.rule, b.rule));
}
