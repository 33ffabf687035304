/** The bundle of related results: loaded when some are due. */
import { provide } from '../bundles.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import { wordEngine } from './word-engine.ts';

provide('related', (root, exact) => (exact ? wordEngine(exact) : pagefindEngine(`${root}pagefind/`)));
