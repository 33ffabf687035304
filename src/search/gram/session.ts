import type { Count, Hit } from './answer.ts';
import type { Candidates } from './candidates.ts';
import type { Sort } from './filters.ts';
import type { Query } from './language.ts';
import { inOrder } from './order.ts';
import type { PathAndDate } from './paths.ts';
import { type FoldedPage, verify } from './verify.ts';

/** Gives the pages of documents, in their order. */
export type LoadPages = (documents: readonly number[]) => Promise<{ place: PathAndDate; page: FoldedPage }[]>;

/** Most pages loaded at a time. */
const GROUP = 20;
/** With several terms closeness reorders the first so many, which are shown first, then each group of `GROUP`. */
const FIRST_GROUP = 8;

/** How far a search goes. */
interface Reach {
  /** Hits that are wanted. */
  limit: number;
  /** Up to so many candidates are all checked, so that the total is exact. */
  verifyUpTo: number;
  /** Most candidates that are read. */
  readUpTo: number;
  /** So many hits are handed over as soon as they are checked, where more is to be checked. */
  early?: { hits: number; show: () => void } | undefined;
  signal?: AbortSignal | undefined;
}

/** A query under way: what is checked stays checked when more of its hits are asked for. */
export class Session {
  readonly candidates: Candidates;
  /** Checked hits, in order. */
  readonly hits: Hit[] = [];
  /** Numbers of documents that turned out not to match. */
  readonly refuted = new Set<number>();
  readonly #query: Query;
  readonly #load: LoadPages;
  readonly #order: Uint32Array;
  /** True where closeness reorders each group. */
  readonly #regroup: boolean;
  /** Candidates checked so far, in order. */
  #taken = 0;
  /** Settles when the search that is checking candidates is done: the next one waits for it. */
  #turn: Promise<void> = Promise.resolve();

  constructor(query: Query, candidates: Candidates, sort: Sort, load: LoadPages) {
    this.#query = query;
    this.candidates = candidates;
    this.#load = load;
    this.#order = inOrder(candidates, sort);
    this.#regroup = sort === 'relevance' && query.all.length > 1;
  }

  /** Number of matches: exact, or counting candidates that were not checked. */
  get total(): Count {
    const { length } = this.#order;
    return { total: length - this.refuted.size, exact: this.candidates.exact || this.#taken === length };
  }

  /** Candidates read so far. */
  get checked(): number {
    return this.#taken;
  }

  /** True where the last search ended because it had read as many as it may. */
  stopped = false;

  /** Checks candidates until there are enough hits. */
  async advance(reach: Reach): Promise<void> {
    const mine = this.#turn.then(() => this.#check(reach));
    this.#turn = mine.catch(() => undefined);
    await mine;
  }

  async #check({ limit, verifyUpTo, readUpTo, early, signal }: Reach): Promise<void> {
    const { length } = this.#order;
    const all = !this.candidates.exact && length <= verifyUpTo;
    let first = early;
    const wanting = () => this.#taken < length && (all || this.hits.length < limit);
    while (wanting() && this.#taken < readUpTo) {
      signal?.throwIfAborted();
      if (first && this.hits.length >= first.hits) {
        first.show();
        first = undefined;
      }
      const missing = (first?.hits ?? limit) - this.hits.length;
      const size = all && !first ? length : Math.min(GROUP, missing);
      const group = this.#taken === 0 ? FIRST_GROUP : GROUP;
      await this.#take(Math.min(this.#regroup ? group : size, readUpTo - this.#taken));
    }
    this.stopped = wanting();
  }

  /** Checks the next candidates and keeps those that match. */
  async #take(size: number): Promise<void> {
    const { documents, scores } = this.candidates;
    const positions = [...this.#order.subarray(this.#taken, this.#taken + size)];
    const loaded = await this.#load(positions.map((position) => documents[position] ?? 0));
    const found: { hit: Hit; score: number }[] = [];
    loaded.forEach(({ place, page }, at) => {
      const position = positions[at] ?? 0;
      const match = verify(page, this.#query);
      if (!match) {
        this.refuted.add(documents[position] ?? 0);
        return;
      }
      const { closeness, ...shown } = match;
      found.push({ hit: { ...shown, ...place, group: 'words' }, score: (scores[position] ?? 0) + closeness });
    });
    if (this.#regroup) found.sort((a, b) => b.score - a.score);
    this.#taken += loaded.length;
    this.hits.push(...found.map(({ hit }) => hit));
  }
}
