import { z } from 'zod';
import type { PackReader } from '../cache/article-pack.ts';
import type { Facts, RuleFacts } from '../pages/facts.ts';
import { REPAIR_RULES } from '../repair-rules.ts';
import { pagefindPlan } from '../search/pagefind-plan.ts';
import type { Settings } from '../settings.ts';
import type { Repair } from '../types.ts';
import { countByRule, sumByRule } from './problems.ts';
import type { ArchiveReading, FileRepairs } from './read-archive.ts';

/** Examples kept of each rule. */
const EXAMPLES = 12;

const lineSchema = z.object({
  repairs: z.array(
    z.object({ rule: z.enum(REPAIR_RULES), line: z.number(), before: z.string(), after: z.string() }),
  ),
});

/** Everything that was mended in a file. */
export const repairsOf = (articles: PackReader, { pack, line }: FileRepairs): Repair[] =>
  lineSchema.parse(JSON.parse(articles.text(pack, line))).repairs;

/** Gathers what the pages about the archive tell, but for the certificate, and whether and why word search is built. */
export function factsOf(reading: ArchiveReading, settings: Settings, articles: PackReader) {
  const { archive, problems, repairs } = reading;
  const pagefind = pagefindPlan(settings, archive.entries);
  const facts: Omit<Facts, 'certificate'> = {
    repairs: ruleFacts(repairs, articles),
    problems: countByRule(problems),
    fidelity: reading.fidelity,
    search: pagefind.build,
  };
  return { facts, pagefind };
}

/** Counts what was mended by rule, most frequent first, with examples: one of each of the first few files. */
function ruleFacts(repairs: readonly FileRepairs[], articles: PackReader): RuleFacts[] {
  const files = new Map<string, FileRepairs[]>();
  for (const file of repairs)
    for (const rule of Object.keys(file.counts)) {
      const own = files.get(rule) ?? [];
      files.set(rule, own);
      // One example a file: twelve times the same accident of one article teaches nothing.
      if (own.length < EXAMPLES) own.push(file);
    }
  const exampleOf = (rule: string, file: FileRepairs) =>
    repairsOf(articles, file)
      .filter((repair) => repair.rule === rule)
      .slice(0, 1)
      .map((repair) => ({ file: file.file, repair }));
  return sumByRule(repairs.flatMap(({ counts }) => Object.entries(counts))).map(({ rule, count }) => ({
    rule,
    count,
    examples: (files.get(rule) ?? []).flatMap((file) => exampleOf(rule, file)),
  }));
}
