import type { RuleFacts } from '../pages/page.ts';
import { repairSummary } from '../pages/repair-summary.ts';
import type { Repair } from '../types.ts';

/** Examples kept of each rule. */
const EXAMPLES = 12;

/** The repairs of one file. */
export interface FileRepairs {
  file: string;
  repairs: Repair[];
}

/** Counts repairs by rule as they come, and keeps the first few of each as examples. */
export class Ledger {
  readonly #rules = new Map<string, RuleFacts>();

  add({ file, repairs }: FileRepairs): void {
    for (const repair of repairs) {
      const { rule } = repair;
      const facts = this.#rules.get(rule) ?? { rule, count: 0, summary: repairSummary(rule), examples: [] };
      this.#rules.set(rule, facts);
      facts.count += 1;
      // One example a file: twelve times the same accident of one article teaches nothing.
      if (facts.examples.length < EXAMPLES && facts.examples.at(-1)?.file !== file)
        facts.examples.push({ file, repair });
    }
  }

  /** Most frequent rule first. */
  facts(): RuleFacts[] {
    return [...this.#rules.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  }
}
