/** The bundle of related results: loaded when some are due. */
import { provide } from './bundles.ts';
import { inTurn } from './engine.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import { wordEngine } from './word-engine.ts';

provide('related', (root, exact, pagefind) =>
  inTurn(pagefind ? [pagefindEngine(`${root}pagefind/`), wordEngine(exact)] : [wordEngine(exact)]),
);
