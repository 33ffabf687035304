import type { Facts } from './facts.ts';

/** The facts of an archive that nothing is known of. */
export const noFacts: Facts = { repairs: [], problems: [], search: true, certificate: null };
