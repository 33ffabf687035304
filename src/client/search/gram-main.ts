/** The bundle of exact search: loaded with the first query. */
import { provide } from './bundles.ts';
import { gramEngine } from './gram-engine.ts';

provide('gram', gramEngine);
