import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { mean } from './statistics.ts';

const judgedSchema = z.strictObject({
  query: z.string(),
  /** Articles about it: worth 3. */
  about: z.array(z.string()),
  /** Articles that belong to it: worth 1. */
  near: z.array(z.string()),
});
/** A query and the articles a person would want to find with it, by file names without folder and ending. */
export type Judged = z.infer<typeof judgedSchema>;

/** The judged queries over 3,000 articles of the LCTT collection. */
export function judgedQueries(): Judged[] {
  return z
    .array(judgedSchema)
    .parse(JSON.parse(readFileSync(new URL('./judged.json', import.meta.url), 'utf8')));
}

/**
 * nDCG@10 (Järvelin and Kekäläinen 2002, gains 2^grade - 1): the gain of a list, discounted by log2 of the place, as a share of
 * the best list's.
 * @param found file names, best first
 * @returns 0 to 1
 */
export function ndcg({ about, near }: Judged, found: readonly string[]): number {
  const gains = new Map([
    ...near.map((name) => [name, 1] as const),
    ...about.map((name) => [name, 3] as const),
  ]);
  const sum = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  const best = sum([...gains.values()].sort((a, b) => b - a));
  return best === 0 ? 1 : sum(found.map((name) => gains.get(name) ?? 0)) / best;
}

/** One over the place of the first article about it; 0 where none is found. */
export function reciprocalRank({ about }: Judged, found: readonly string[]): number {
  const at = found.findIndex((name) => about.includes(name));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** How well an engine orders: means over the queries, and the queries that found nothing of worth. */
export interface Judgement {
  ndcg: number;
  mrr: number;
  zeros: number;
}

/** Gives the file names of the first ten hits, best first. */
type Find = (query: string) => Promise<string[]>;

/**
 * Judges an engine by all the queries.
 * @param names of the archive's files
 * @returns null where the archive has not their articles
 */
export async function judge(names: ReadonlySet<string>, find: Find): Promise<Judgement | null> {
  const queries = judgedQueries();
  if (!queries.every(({ about, near }) => [...about, ...near].every((name) => names.has(name)))) return null;
  const gains: number[] = [];
  const ranks: number[] = [];
  for (const judged of queries) {
    const found = await find(judged.query);
    gains.push(ndcg(judged, found));
    ranks.push(reciprocalRank(judged, found));
  }
  return { ndcg: mean(gains), mrr: mean(ranks), zeros: gains.filter((gain) => gain === 0).length };
}
