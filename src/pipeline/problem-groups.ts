import { grouped } from '../locales/grouped.ts';
import { clip } from '../text/clip.ts';
import type { Problem } from '../types.ts';

/** Examples of each rule. */
const EXAMPLES = 3;

/** Longest line, in characters. */
const WIDTH = 180;

const SEVERITIES: readonly Problem['severity'][] = ['error', 'warning', 'info'];

interface Group {
  rule: string;
  severity: Problem['severity'];
  problems: Problem[];
}

/** Problems of one rule and severity together: errors first, then the most frequent. */
function groupsOf(problems: readonly Problem[]): Group[] {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const { rule, severity } = problem;
    const key = `${severity} ${rule}`;
    const group = groups.get(key) ?? { rule, severity, problems: [] };
    groups.set(key, group);
    group.problems.push(problem);
  }
  const rank = ({ severity }: Group) => SEVERITIES.indexOf(severity);
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || b.problems.length - a.problems.length || (a.rule < b.rule ? -1 : 1),
  );
}

/**
 * Problems by rule: a line with their number, and examples below it, a line each.
 * @param most lines at most; every rule keeps its own as long as there are fewer rules than that
 * @param examples of each rule at most
 */
export function groupedLines(problems: readonly Problem[], most: number, examples = EXAMPLES): string[] {
  const groups = groupsOf(problems);
  // Room for examples goes to the gravest first.
  let room = most - groups.length - 1;
  const lines = groups.flatMap(({ rule, severity, problems }) => {
    const shown = problems.slice(0, Math.max(0, Math.min(examples, room)));
    room -= shown.length;
    const count =
      problems.length > shown.length ? `${grouped(problems.length)}, such as` : grouped(problems.length);
    return [
      `${severity} ${rule}: ${shown.length > 0 ? count : grouped(problems.length)}`,
      ...shown.map(({ file, line, message }) => clip(`  ${file}:${line} ${message}`, WIDTH)),
    ];
  });
  const isCut = lines.length < problems.length + groups.length || lines.length >= most;
  return isCut ? [...lines.slice(0, most - 1), 'All of them, with file and line: report.json'] : lines;
}
