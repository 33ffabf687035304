/** The bundle for those who work with what they find: every place of a query in its contexts, and the citation of a search. */
import { provide } from './bundles.ts';
import { citation } from './citation.ts';
import { contexts } from './contexts.ts';

const study = { citation, contexts };
export type Study = typeof study;

provide('study', study);
