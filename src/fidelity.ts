/** What is counted when an article is compared with its source. */
export type FidelityKind = 'han' | 'words' | 'links' | 'pictures' | 'code' | 'formulas' | 'notes' | 'cells';

/** How much of each kind a source holds, and how much of it stands neither on the page nor in the list of repairs. */
export type Fidelity = Record<FidelityKind, [held: number, missing: number]>;

/** The fidelity of nothing at all. */
export const noFidelity = (): Fidelity => ({
  han: [0, 0],
  words: [0, 0],
  links: [0, 0],
  pictures: [0, 0],
  code: [0, 0],
  formulas: [0, 0],
  notes: [0, 0],
  cells: [0, 0],
});

/** Adds up what articles hold, and what of it is missing. */
export function sumFidelity(all: Iterable<Fidelity>): Fidelity {
  const sum = noFidelity();
  for (const one of all)
    for (const kind of Object.keys(sum) as FidelityKind[]) {
      sum[kind][0] += one[kind][0];
      sum[kind][1] += one[kind][1];
    }
  return sum;
}
