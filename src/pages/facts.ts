import type { Fidelity } from '../fidelity.ts';
import type { Certificate } from '../search/certificate.ts';
import type { Repair } from '../types.ts';

/** Findings of the build besides the articles, for the pages about the archive itself. */
export interface Facts {
  /** Most frequent first. */
  repairs: RuleFacts[];
  /** Number of problems by rule, most frequent first. */
  problems: { rule: string; count: number }[];
  /** How much of the sources stands neither on a page nor among the repairs. */
  fidelity: Fidelity;
  /** Whether word search is built beside exact search. */
  search: boolean;
  /** The proof that the search index finds what stands in the articles; null before there is one. */
  certificate: Certificate | null;
}

/** One kind of repair. */
export interface RuleFacts {
  rule: string;
  count: number;
  /** The first few, in the order of the files. */
  examples: { file: string; repair: Repair }[];
}
