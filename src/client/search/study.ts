import { citation } from './citation.ts';
import { contexts } from './contexts.ts';
import { saveLine } from './save-places.ts';

/** For those who work with what they find: every place of a query in its contexts, a table of them, and the citation of a search. */
export const study = { citation, contexts, saveLine };
export type Study = typeof study;
