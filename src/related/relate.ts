import { paths } from '../archive/paths.ts';
import { NO_RELATIONS, type Relations, type Thread, type ThreadMember } from '../archive/relations.ts';
import { firstCopies } from './copies.ts';
import { type Found, type Lists, relationsOf } from './found.ts';
import { countedOf, type KeptLists, keysOf, standing } from './kept-lists.ts';
import { type Near, NearestFinder } from './nearest.ts';
import type { Relatable } from './relatable.ts';
import { indexTerms, rarity } from './term-index.ts';
import { findThreads } from './threads.ts';
import type { FoundThread } from './titles.ts';

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
 * What came before and after each article, texts that stand more than once, and threads. Linear in the archive, with a bound on what is compared with
 * an article; found step by step, or all at once where somebody asks before.
 */
export class Relating {
  #articles: readonly Relatable[];
  readonly #counted: number;
  #found: Relations | undefined;

  /**
   * @param articles in the archive's order, the undated ones first
   * @param counted how many of them say how rare a term is
   */
  constructor(articles: readonly Relatable[], counted = countedOf(articles)) {
    this.#articles = articles;
    this.#counted = counted;
  }

  /**
   * Finds it, and stops now and then.
   * @param known what an earlier build found
   * @returns what a later one may know
   */
  *steps(known: KeptLists | null = null): Generator<void, KeptLists> {
    if (this.#found) throw new Error('Unexpected second search for relations, expected one');
    const { found, kept } = yield* relateInSteps(this.#articles, this.#counted, known);
    this.#found = relationsOf(found);
    // Nobody asks again, and there is much to hold.
    this.#articles = [];
    return kept;
  }

  /** What was found, all of it. */
  get relations(): Relations {
    if (!this.#found) for (const _ of this.steps());
    return this.#found ?? NO_RELATIONS;
  }
}

function* relateInSteps(
  articles: readonly Relatable[],
  counted: number,
  known: KeptLists | null,
): Generator<void, { found: Found; kept: KeptLists }> {
  const first = firstCopies(articles);
  const index = indexTerms(articles, counted);
  const keys = keysOf(articles, first, counted);
  const stands = known ? standing(known, keys, index) : () => null;
  const finder = new NearestFinder(index);
  const isRelated = relatedIn(counted);
  const best = (near: readonly Near[], position: number): number[] =>
    firstOf(near.filter(isRelated), position, first);
  const lists = (position: number): Lists => {
    const near = finder.of(position);
    if (!articles[position]?.date) {
      const all = [...near.before, ...near.after].sort((a, b) => b.score - a.score);
      return [best(all, position), []];
    }
    const dated = near.before.filter((one) => articles[one.position]?.date);
    return [best(dated, position).sort(ascending), best(near.after, position).sort(ascending)];
  };
  const near: Lists[] = [];
  for (const position of articles.keys()) {
    near.push(stands(position) ?? lists(position));
    yield;
  }
  const isFirst = (position: number): boolean => first[position] === position;
  const threads = withPaths(findThreads(articles, isFirst, index, finder), articles);
  return { found: { near, first, threads }, kept: { ...keys, near: near.slice(0, counted) } };
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
