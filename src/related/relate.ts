import { paths } from '../archive/paths.ts';
import { NO_RELATIONS, type Relations, type Thread, type ThreadMember } from '../archive/relations.ts';
import { firstCopies } from './copies.ts';
import { type Near, NearestFinder, placeOf } from './nearest.ts';
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

/** Articles on either side, and of one text, that a page names. */
const SHOWN = 3;
const COPIES = 4;

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
  readonly #steps: Generator<void, Relations>;
  #found: Relations | undefined;

  /** @param articles in the archive's order, the undated ones first */
  constructor(articles: readonly Relatable[]) {
    this.#steps = relateInSteps(articles);
  }

  /** The steps that are left. */
  *steps(): Generator<void> {
    while (!this.#found) {
      const { done, value } = this.#steps.next();
      // A generator that has thrown is done, and has nothing.
      if (done) this.#found = value ?? NO_RELATIONS;
      yield;
    }
  }

  /** What was found, all of it. */
  get relations(): Relations {
    for (const _ of this.steps());
    return this.#found ?? NO_RELATIONS;
  }
}

function* relateInSteps(articles: readonly Relatable[]): Generator<void, Relations> {
  const first = firstCopies(articles);
  const index = indexTerms(articles);
  const finder = new NearestFinder(index);
  const isRelated = relatedIn(articles.length);
  const best = (near: readonly Near[], position: number): number[] =>
    firstOf(near.filter(isRelated), position, first);
  const before = new Int32Array(articles.length * SHOWN).fill(-1);
  const after = new Int32Array(articles.length * SHOWN).fill(-1);
  for (const [position, { date }] of articles.entries()) {
    const near = finder.of(position);
    if (date) {
      const dated = near.before.filter((one) => articles[one.position]?.date);
      before.set(best(dated, position).sort(ascending), position * SHOWN);
      after.set(best(near.after, position).sort(ascending), position * SHOWN);
    } else {
      const all = [...near.before, ...near.after].sort((a, b) => b.score - a.score);
      before.set(best(all, position), position * SHOWN);
    }
    yield;
  }
  const threads = withPaths(
    findThreads(articles, (position) => first[position] === position, index, finder),
    articles,
  );
  const places = new Map<number, { thread: Thread; number: number }>();
  for (const thread of threads)
    for (const { position, number } of thread.members) places.set(position, { thread, number });
  const texts = textsOf(first);
  return {
    before: (position) => listed(before, position),
    after: (position) => listed(after, position),
    copies: (position) => around(texts.get(first[position] ?? position) ?? [], position),
    threadOf: (position) => places.get(position) ?? null,
    threads,
  };
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

function listed(lists: Int32Array, position: number): number[] {
  return [...lists.subarray(position * SHOWN, (position + 1) * SHOWN)].filter((one) => one >= 0);
}

/** The articles of each text that stands more than once, in order, by the first of them. */
function textsOf(first: Int32Array): Map<number, number[]> {
  const texts = new Map<number, number[]>();
  for (const [position, text] of first.entries()) {
    if (text === position) continue;
    const list = texts.get(text);
    if (list) list.push(position);
    else texts.set(text, [text, position]);
  }
  return texts;
}

/** The few others of a list that stand nearest to one: half of them before it, where there are so many. */
function around(list: readonly number[], position: number): number[] {
  const own = placeOf(list, position);
  const from = Math.max(0, Math.min(own - COPIES / 2, list.length - COPIES - 1));
  return list.slice(from, from + COPIES + 1).filter((one) => one !== position);
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
