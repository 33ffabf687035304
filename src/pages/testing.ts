import { noFidelity } from '../fidelity.ts';
import type { Facts } from './facts.ts';

/** The facts of an archive that nothing is known of. */
export const noFacts: Facts = {
  repairs: [],
  problems: [],
  fidelity: noFidelity(),
  search: true,
  certificate: null,
};
