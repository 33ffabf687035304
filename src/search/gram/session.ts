import type { Count, Hit } from './answer.ts';
import type { Candidates } from './candidates.ts';
import type { Sort } from './filters.ts';
import type { Query } from './language.ts';
import { inOrder } from './order.ts';
import type { PathAndDate } from './paths.ts';
import { filtered, union } from './posting-lists.ts';
import { type FoldedPage, type Match, verify } from './verify.ts';

/** Gives the pages of documents, in their order. */
export type LoadPages = (
  documents: readonly number[],
  signal?: AbortSignal,
) => Promise<{ place: PathAndDate; page: FoldedPage }[]>;

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

/** Candidates that are checked one after the other. */
interface Phase {
  candidates: Pick<Candidates, 'documents' | 'scores' | 'exact'>;
  /** Their positions there, best first. */
  order: Uint32Array;
  /** Documents checked so far, in order. */
  taken: number;
  /** True where only the literal counts: what else matches has its place in the next phase. */
  literalOnly: boolean;
  /** True where closeness reorders each group. */
  regroup: boolean;
}

/** A query under way: what is checked stays checked when more of its hits are asked for. */
export class Session {
  /** Numbers of all candidates in the archive, ascending. */
  readonly documents: Uint32Array;
  /** Checked hits, in order. */
  readonly hits: Hit[] = [];
  /** True where something was looked up. */
  readonly searchable: boolean;
  /** Numbers of documents that turned out not to match. */
  readonly refuted = new Set<number>();
  /** True where the last search ended because it had read as many as it may. */
  stopped = false;
  readonly #query: Query;
  readonly #load: LoadPages;
  readonly #exact: boolean;
  /** Candidates that only their page can tell to match. */
  readonly #unsure: Uint32Array;
  readonly #literal: Candidates | null;
  readonly #phases: Phase[];
  /** What the documents that were read turned out to be. */
  readonly #judged = new Map<number, Match['group'] | null>();
  /** Documents among the hits. */
  readonly #shown = new Set<number>();
  /** Settles when the search that is checking candidates is done: the next one waits for it. */
  #turn: Promise<void> = Promise.resolve();

  constructor(query: Query, words: Candidates, literal: Candidates | null, sort: Sort, load: LoadPages) {
    this.#query = query;
    this.#literal = literal;
    this.#load = load;
    const literals = literal?.documents ?? new Uint32Array();
    this.documents = union(words.documents, literals);
    this.searchable = words.searchable || (literal?.searchable ?? false);
    this.#exact = words.exact;
    this.#unsure = words.exact ? filtered(literals, words.documents, false) : this.documents;
    const phase = (candidates: Phase['candidates']): Phase => ({
      candidates,
      order: inOrder(candidates, sort),
      taken: 0,
      literalOnly: false,
      regroup: false,
    });
    const byDate = { documents: this.documents, scores: new Float64Array(), exact: words.exact };
    if (sort !== 'relevance') this.#phases = [phase(byDate)];
    else
      this.#phases = [
        ...(literal ? [{ ...phase(literal), literalOnly: true }] : []),
        { ...phase(words), regroup: query.all.length > 1 },
      ];
  }

  /** Number of matches: exact, or counting candidates that were not checked. */
  get total(): Count {
    const exact = this.#unsure.every((document) => this.#judged.has(document));
    return { total: this.documents.length - this.refuted.size, exact };
  }

  /** Number of articles with the literal; null where there is none to look for. */
  get literal(): Count | null {
    if (!this.#literal) return null;
    const { documents, exact } = this.#literal;
    const left = documents.filter((one) => !this.#judged.has(one) || this.#judged.get(one) === 'literal');
    return { total: left.length, exact: exact || documents.every((one) => this.#judged.has(one)) };
  }

  /** Candidates read so far. */
  get checked(): number {
    return this.#judged.size;
  }

  /** True where every candidate was looked at. */
  get finished(): boolean {
    return this.#phases.every(({ order, taken }) => taken >= order.length);
  }

  /** Checks candidates until there are enough hits. */
  async advance(reach: Reach): Promise<void> {
    const mine = this.#turn.then(() => this.#check(reach));
    this.#turn = mine.catch(() => undefined);
    await mine;
  }

  async #check({ limit, verifyUpTo, readUpTo, early, signal }: Reach): Promise<void> {
    let first = early;
    this.stopped = false;
    for (const phase of this.#phases) {
      const { order, literalOnly, candidates } = phase;
      const size = literalOnly ? order.length : this.documents.length;
      const whole = !(candidates.exact && this.#exact) && size <= verifyUpTo;
      // A literal that is hard to find leaves pages to be read for the words.
      const most = literalOnly ? Math.ceil(readUpTo / 2) : readUpTo;
      const wanting = () => phase.taken < order.length && (whole || this.hits.length < limit);
      while (wanting() && this.checked < most) {
        signal?.throwIfAborted();
        if (first && this.hits.length >= first.hits) {
          first.show();
          first = undefined;
        }
        const missing = (first?.hits ?? limit) - this.hits.length;
        const group = phase.taken === 0 ? FIRST_GROUP : GROUP;
        const next = phase.regroup ? group : whole && !first ? order.length : Math.min(GROUP, missing);
        await this.#take(phase, Math.min(next, most - this.checked), signal);
      }
      if (!wanting() && phase.taken < order.length) return;
      // What is left of the literals is checked with the words.
      if (literalOnly) phase.taken = order.length;
      else this.stopped = wanting();
    }
  }

  /** Checks the next candidates of a phase and keeps those that match. */
  async #take(phase: Phase, size: number, signal: AbortSignal | undefined): Promise<void> {
    const { documents, scores } = phase.candidates;
    const next = phase.order.subarray(phase.taken, phase.taken + size);
    const some = Array.from(next, (at) => ({ document: documents[at] ?? 0, score: scores[at] ?? 0 })).filter(
      ({ document }) => !this.#shown.has(document) && !this.refuted.has(document),
    );
    const loaded = await this.#load(
      some.map(({ document }) => document),
      signal,
    );
    const found: { hit: Hit; document: number; score: number }[] = [];
    loaded.forEach(({ place, page }, at) => {
      const { document, score } = some[at] ?? { document: 0, score: 0 };
      const match = verify(page, this.#query);
      this.#judged.set(document, match?.group ?? null);
      if (!match) this.refuted.add(document);
      else if (!phase.literalOnly || match.group === 'literal') {
        const { closeness, ...shown } = match;
        found.push({ hit: { ...shown, ...place }, document, score: score + closeness });
      }
    });
    if (phase.regroup) found.sort((a, b) => b.score - a.score);
    phase.taken += next.length;
    for (const { hit, document } of found) {
      this.hits.push(hit);
      this.#shown.add(document);
    }
  }
}
