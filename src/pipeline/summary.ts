import { grouped } from '../locales/grouped.ts';
import type { StageTime } from '../progress.ts';
import type { Certificate } from '../search/certificate.ts';
import type { BuildSummary } from './build-options.ts';
import { groupedLines } from './problem-groups.ts';
import { countByRule, type RuleCount } from './problems.ts';

/** Lines about problems at the end of a build, so that it fits a screen; all of them stand in `report.json`. */
const LISTED = 20;

/** `1536000` → `1.5 MB` (decimal units). */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The lines a build ends with. `seconds` and `peakBytes` are the caller's measurements: the summary itself depends on the content only. */
export function summaryLines(summary: BuildSummary, seconds: number, peakBytes: number): string[] {
  const { articles, pages, rendered, repairs, problems, pagefind, files, bytes, changes } = summary;
  const list = (items: readonly RuleCount[]) =>
    items.map(({ rule, count }) => `${rule} ${grouped(count)}`).join(', ') || 'none';
  return [
    ...problemLines(summary),
    `articles   ${grouped(articles)}`,
    `pages      ${grouped(pages)}, ${grouped(rendered)} rendered`,
    `repairs    ${list(repairs)}`,
    `problems   ${list(countByRule(problems))}`,
    ...(summary.certificate ? [certificateLine(summary.certificate)] : []),
    `words      ${pagefind.build ? '' : 'no word search: '}${pagefind.reason}`,
    `output     ${grouped(files)} files, ${megabytes(bytes)}: ${grouped(changes.added.length)} added, ${grouped(changes.changed.length)} changed, ${grouped(changes.removed.length)} removed`,
    `time       ${seconds.toFixed(1)} s`,
    `memory     ${megabytes(peakBytes)} at most`,
  ];
}

/** How the search index did, in one line. */
function certificateLine({ strings, checked, documents, recall, precision }: Certificate): string {
  const articles = checked < documents ? `${grouped(checked)} of ${grouped(documents)}` : grouped(documents);
  return `search     ${grouped(strings)} strings from ${articles} articles: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}`;
}

/** Where the time went, stage by stage: `--profile`. */
export function profileLines(times: readonly StageTime[]): string[] {
  return times.map(({ stage, steps, seconds, bytes }) => {
    const rate = seconds > 0 ? `${Math.round(steps / seconds)}/s` : '';
    return `  ${stage.padEnd(10)} ${seconds.toFixed(2).padStart(8)} s ${grouped(steps).padStart(9)} ${rate.padStart(10)} ${megabytes(bytes).padStart(10)}`;
  });
}

/** Problems by rule, the gravest rules first: how many, and three examples each with what to do. What is no more than worth knowing is counted. */
export function problemLines({ problems }: Pick<BuildSummary, 'problems'>): string[] {
  return groupedLines(problems, LISTED);
}
