/** The bundle of `besideHits`: loaded once the hits of a query stand. */
import { besideHits } from './beside-hits.ts';
import { provide } from './bundles.ts';

provide('beside', besideHits);
