import { citation } from './citation.ts';
import { contexts } from './contexts.ts';

/** For those who work with what they find: every place of a query in its contexts, and the citation of a search. */
export const study = { citation, contexts };
export type Study = typeof study;
