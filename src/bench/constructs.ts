import type { Random } from './random.ts';

/** How often a construct of Markdown stands in an article. */
interface Frequency {
  /** Share of the articles that have it at all. */
  share: number;
  /** Times it stands in half of those at the most, and in 95 of a hundred. */
  median: number;
  most: number;
}

/**
 * Frequencies in 3,000 translated articles on free software (LCTT), counted in the trees of remark-parse with remark-gfm.
 * Left out: footnotes, strikethrough and hard breaks, each in fewer than one article of 200.
 */
export const CONSTRUCTS = {
  heading: { share: 0.88, median: 5, most: 15 },
  image: { share: 0.69, median: 1, most: 10 },
  imageReference: { share: 0.4, median: 3, most: 12 },
  blockquote: { share: 0.54, median: 1, most: 5 },
  bulletList: { share: 0.47, median: 1, most: 7 },
  orderedList: { share: 0.11, median: 1, most: 5 },
  fencedCode: { share: 0.45, median: 7, most: 25 },
  indentedCode: { share: 0.14, median: 7, most: 29 },
  table: { share: 0.02, median: 1, most: 4 },
  thematicBreak: { share: 0.99, median: 1, most: 2 },
  link: { share: 0.99, median: 4, most: 5 },
  autolink: { share: 0.99, median: 1, most: 2 },
  linkReference: { share: 0.97, median: 6, most: 22 },
  inlineCode: { share: 0.51, median: 12, most: 63 },
  strong: { share: 0.44, median: 3, most: 19 },
  emphasis: { share: 0.28, median: 1, most: 11 },
  html: { share: 0.3, median: 8, most: 64 },
} as const satisfies Record<string, Frequency>;

export type Construct = keyof typeof CONSTRUCTS;

/** Standard deviations from the median of a normal distribution to its 95th percentile. */
const SIGMAS = 1.645;

/** Draws how often each construct stands in an article, lognormally; those that do not are left out. */
export function drawConstructs(random: Random): Map<Construct, number> {
  const drawn = new Map<Construct, number>();
  for (const [construct, { share, median, most }] of Object.entries(CONSTRUCTS) as [Construct, Frequency][]) {
    if (random.next() >= share) continue;
    const times = Math.round(random.lognormal(median, Math.log(most / median) / SIGMAS));
    drawn.set(construct, Math.min(2 * most, Math.max(1, times)));
  }
  return drawn;
}
