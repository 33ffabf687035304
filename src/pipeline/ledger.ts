import type { FileRepairs } from '../cache/repair-texts.ts';
import type { RuleFacts } from '../pages/facts.ts';
import type { Repair } from '../types.ts';

/** Examples kept of each rule. */
const EXAMPLES = 12;

/** A rule with the files that are to be its examples. */
interface Tally {
  count: number;
  files: FileRepairs[];
}

/** Counts repairs by rule as they come, and keeps the first few files of each as examples. */
export class Ledger {
  readonly #rules = new Map<string, Tally>();

  add(file: FileRepairs): void {
    for (const [rule, count] of Object.entries(file.counts)) {
      const tally = this.#rules.get(rule) ?? { count: 0, files: [] };
      this.#rules.set(rule, tally);
      tally.count += count;
      // One example a file: twelve times the same accident of one article teaches nothing.
      if (tally.files.length < EXAMPLES) tally.files.push(file);
    }
  }

  /**
   * Most frequent rule first.
   * @param read gives the repairs of a file
   */
  facts(read: (file: FileRepairs) => readonly Repair[]): RuleFacts[] {
    const exampleOf = (rule: string, file: FileRepairs) =>
      read(file)
        .filter((repair) => repair.rule === rule)
        .slice(0, 1)
        .map((repair) => ({ file: file.file, repair }));
    return [...this.#rules]
      .map(([rule, { count, files }]) => ({
        rule,
        count,
        examples: files.flatMap((file) => exampleOf(rule, file)),
      }))
      .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  }
}
