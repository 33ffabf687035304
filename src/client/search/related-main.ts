/** The bundle of related results: loaded when a reader asks for them. */
import { provide } from './bundles.ts';
import { pagefindEngine } from './pagefind-engine.ts';

provide('related', (root) => pagefindEngine(`${root}pagefind/`));
