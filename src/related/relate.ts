import { paths } from '../archive/paths.ts';
import type { Thread, ThreadMember } from '../archive/relations.ts';
import { firstCopies } from './copies.ts';
import type { Found } from './found.ts';
import { type Near, NearestFinder } from './nearest.ts';
import { indexTerms, rarity } from './term-index.ts';
import type { Terms } from './terms.ts';
import { findThreads } from './threads.ts';
import type { FoundThread, Threadable } from './titles.ts';

/** An article as others are found for it. */
export interface Relatable extends Threadable, Terms {
  /** Path of its page. */
  path: string;
  /** Names of those topics that tell of a matter (`tellsOfMatter`). */
  topics: readonly string[];
}

/** Articles on either side that a page names. */
const SHOWN = 3;

/**
 * From which likeness on an article is shown: by itself; with a rare string that both titles have and both texts take up; with such a string and rare
 * topics of both. What a title says, and means something by itself, is worth more than many strings that texts have in common by chance. Found by
 * reading (docs/related.md).
 */
const ALIKE = 0.22;
const ALIKE_BY_TITLE = 0.15;
const ALIKE_BY_TOPIC = 0.13;
/** Rarity of such a string, and of such topics together: as of what one article in forty-five has. */
const RARE = 11;

/** Makes the function that tells whether an article is shown. In a small archive what two articles have is as rare as can be. */
function relatedIn(articles: number): (near: Near) => boolean {
  const rare = Math.min(RARE, rarity(2, articles));
  return ({ score, anchor, topic }) =>
    score >= ALIKE || (anchor >= rare && score >= (topic >= rare ? ALIKE_BY_TOPIC : ALIKE_BY_TITLE));
}

/**
 * Finds what came before and after each article, texts that stand more than once, and threads. Linear in the archive, with a bound on what is compared
 * with an article.
 * @param articles in the archive's order, the undated ones first
 */
export function relate(articles: readonly Relatable[]): Found {
  const first = firstCopies(articles);
  const index = indexTerms(articles);
  const finder = new NearestFinder(index);
  const isRelated = relatedIn(articles.length);
  const best = (near: readonly Near[], position: number): number[] =>
    firstOf(near.filter(isRelated), position, first);
  const before: number[][] = [];
  const after: number[][] = [];
  for (const [position, { date }] of articles.entries()) {
    const near = finder.of(position);
    if (date) {
      const dated = near.before.filter((one) => articles[one.position]?.date);
      before.push(best(dated, position).sort(ascending));
      after.push(best(near.after, position).sort(ascending));
    } else {
      const all = [...near.before, ...near.after].sort((a, b) => b.score - a.score);
      before.push(best(all, position));
      after.push([]);
    }
  }
  const isFirst = (position: number): boolean => first[position] === position;
  const threads = withPaths(findThreads(articles, isFirst, index, finder), articles);
  return { before, after, first: [...first], threads };
}

const ascending = (a: number, b: number): number => a - b;

/** The positions of the first few, each text once, and never the article's own. */
function firstOf(near: readonly Near[], position: number, first: Int32Array): number[] {
  const texts = new Set([first[position]]);
  const kept: number[] = [];
  for (const one of near) {
    const text = first[one.position];
    if (kept.length === SHOWN || texts.has(text)) continue;
    texts.add(text);
    kept.push(one.position);
  }
  return kept;
}

/** Threads with the addresses of their pages; of two with one name the later has its first article's in it. */
function withPaths(threads: readonly FoundThread[], articles: readonly Relatable[]): Thread[] {
  const taken = new Set<string>();
  const firstPath = (members: readonly ThreadMember[]): string =>
    articles[members[0]?.position ?? -1]?.path ?? '';
  return threads.map((thread) => {
    let path = paths.thread(thread.name);
    if (taken.has(path)) path = paths.thread(`${thread.name} ${firstPath(thread.members)}`);
    taken.add(path);
    return { ...thread, path };
  });
}
