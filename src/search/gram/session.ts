import type { Hit } from './answer.ts';
import type { Candidates } from './candidates.ts';
import type { Sort } from './filters.ts';
import type { Found } from './found.ts';
import { type Check, Judge } from './judge.ts';
import { inOrder } from './order.ts';
import type { Query } from './query.ts';
import { showNear } from './verify.ts';

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

/** Where in the order what is near to the query stands: between what holds it, or below; null where it is not shown. */
type NearPlace = 'between' | 'below' | null;

/** Documents that are looked at one after the other. */
interface Phase {
  candidates: Pick<Candidates, 'documents' | 'scores'>;
  /** Their positions there, best first. */
  order: Uint32Array;
  /** Documents looked at so far, in order. */
  taken: number;
  /** True where only the literal counts: what else matches has its place in the next phase. */
  literalOnly: boolean;
  /** True where closeness reorders each group. */
  regroup: boolean;
}

/** A query under way: what is checked stays checked when more of its hits are asked for. */
export class Session {
  /** What is known of the candidates. */
  readonly judge: Judge;
  /** Checked hits, in order. */
  readonly hits: Hit[] = [];
  /** True where the last search ended because it had read as many as it may. */
  stopped = false;
  readonly #query: Query;
  readonly #near: NearPlace;
  readonly #phases: Phase[];
  /** Documents among the hits. */
  readonly #shown = new Set<number>();
  /** Settles when the search that is checking candidates is done: the next one waits for it. */
  #turn: Promise<void> = Promise.resolve();

  /** @param order all candidates, and what is near to the query where `near`, with what each is worth */
  constructor(found: Found, order: Phase['candidates'], near: NearPlace, sort: Sort, check: Check) {
    this.judge = new Judge(found, check);
    this.#query = check.query;
    this.#near = near;
    const phase = (candidates: Phase['candidates'], literalOnly: boolean): Phase => ({
      candidates,
      order: inOrder(candidates, sort),
      taken: 0,
      literalOnly,
      regroup: sort === 'relevance' && !literalOnly && check.query.all.length > 1,
    });
    const last = phase(order, false);
    this.#phases = found.first && sort === 'relevance' ? [phase(found.first, true), last] : [last];
  }

  /** Checks candidates until there are enough hits. */
  async advance(reach: Reach): Promise<void> {
    const mine = this.#turn.then(() => this.#check(reach));
    this.#turn = mine.catch(() => undefined);
    await mine;
  }

  async #check({ limit, verifyUpTo, readUpTo, early, signal }: Reach): Promise<void> {
    const { judge } = this;
    let first = early;
    this.stopped = false;
    const wanting = (phase: Phase) => phase.taken < phase.order.length && this.hits.length < limit;
    for (const phase of this.#phases) {
      // A literal that is hard to find leaves pages to be read for the words.
      const most = phase.literalOnly ? Math.ceil(readUpTo / 2) : readUpTo;
      while (wanting(phase) && judge.checked < most) {
        signal?.throwIfAborted();
        if (first && this.hits.length >= first.hits) {
          first.show();
          first = undefined;
        }
        const missing = (first?.hits ?? limit) - this.hits.length;
        const group = phase.taken === 0 ? FIRST_GROUP : GROUP;
        const size = phase.regroup ? group : Math.min(GROUP, missing);
        await this.#take(phase, Math.min(size, most - judge.checked), signal);
      }
      if (wanting(phase) && phase.literalOnly) phase.taken = phase.order.length;
    }
    this.stopped = this.#phases.some(wanting);
    const left = judge.unsettled(verifyUpTo);
    if (left.length === 0) return;
    signal?.throwIfAborted();
    if (first && this.hits.length > 0) first.show();
    await judge.judge(left.slice(0, Math.max(0, readUpTo - judge.checked)), signal);
    this.stopped ||= judge.unsettled(verifyUpTo).length > 0;
  }

  /** Looks at the next documents of a phase and keeps those that match or are near. */
  async #take(phase: Phase, size: number, signal: AbortSignal | undefined): Promise<void> {
    const { documents, scores } = phase.candidates;
    const next = phase.order.subarray(phase.taken, phase.taken + size);
    const some = Array.from(next, (at) => ({ document: documents[at] ?? 0, score: scores[at] ?? 0 })).filter(
      ({ document }) => !this.#shown.has(document) && !this.#isNothing(document),
    );
    const judged = await this.judge.judge(
      some.map(({ document }) => document),
      signal,
    );
    const found = judged.flatMap(({ document, place, match, page }, at) => {
      if (phase.literalOnly && match?.group !== 'literal') return [];
      const shown = match ?? (this.#near && !this.#isNothing(document) ? showNear(page, this.#query) : null);
      if (!shown) return [];
      const { closeness, ...rest } = shown;
      return [
        { hit: { ...rest, ...place }, document, score: (some[at]?.score ?? 0) + (match ? closeness : 0) },
      ];
    });
    if (phase.regroup) found.sort((a, b) => b.score - a.score);
    phase.taken += next.length;
    for (const { hit, document } of found) {
      this.hits.push(hit);
      this.#shown.add(document);
    }
  }

  /** True for a document that was read and is nothing that could be shown. */
  #isNothing(document: number): boolean {
    return this.#near !== 'between' && this.judge.refuted.has(document);
  }
}
