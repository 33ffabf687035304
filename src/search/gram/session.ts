import type { Count, Hit } from './answer.ts';
import { boilerplateMeets } from './boilerplate.ts';
import type { Candidates } from './candidates.ts';
import { lowerBound } from './chunk.ts';
import type { Sort } from './filters.ts';
import type { Query } from './language.ts';
import type { Group } from './match.ts';
import { inOrder } from './order.ts';
import type { PathAndDate } from './paths.ts';
import type { Matcher } from './pattern.ts';
import { filtered, union } from './posting-lists.ts';
import { type FoldedPage, showNear, verify } from './verify.ts';

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

/** The candidates of a query by the index. */
export interface Found {
  words: Candidates;
  /** Those of the literal; null where there is none. */
  literal: Candidates | null;
  /** Those of them that come before all others. */
  first: Candidates | null;
}

/** All candidates that hold the whole query, with the better of their scores; unsure are those that neither makes sure. */
export function joined(words: Candidates, literal: Candidates | null): Omit<Candidates, 'searchable'> {
  if (!literal || literal.documents.length === 0) return words;
  const documents = union(words.documents, literal.documents);
  const scores = new Float64Array(documents.length);
  for (const list of [literal, words])
    for (let i = 0, at = 0; i < list.documents.length; i++) {
      while ((documents[at] ?? 0) < (list.documents[i] ?? 0)) at++;
      scores[at] = Math.max(scores[at] ?? 0, list.scores[i] ?? 0);
    }
  const surely = [words, literal].map((one) => filtered(one.documents, one.unsure, false)).reduce(union);
  return { documents, scores, unsure: filtered(documents, surely, false) };
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
  /** True where boilerplate of a match that was read holds a string of the query. */
  inBoilerplate = false;
  readonly #query: Query;
  readonly #load: LoadPages;
  readonly #matcher: Matcher | null;
  readonly #boilerplate: ReadonlySet<string>;
  /** Candidates that only their page can tell to match. */
  readonly #unsure: Uint32Array;
  readonly #literal: Candidates | null;
  /** Where what is near to the query is shown too. */
  readonly #near: NearPlace;
  readonly #phases: Phase[];
  /** What the candidates that were read turned out to be. */
  readonly #judged = new Map<number, Group | null>();
  /** Documents that were read, those too that are near to the query only. */
  readonly #read = new Set<number>();
  /** Documents among the hits. */
  readonly #shown = new Set<number>();
  /** Settles when the search that is checking candidates is done: the next one waits for it. */
  #turn: Promise<void> = Promise.resolve();

  /** @param options.order all candidates, and what is near to the query where `near`, with what each is worth */
  constructor({
    query,
    found,
    order,
    near,
    sort,
    load,
    boilerplate,
    matcher,
  }: {
    query: Query;
    found: Found;
    order: Phase['candidates'];
    near: NearPlace;
    sort: Sort;
    load: LoadPages;
    boilerplate: readonly string[];
    matcher: Matcher | null;
  }) {
    const { words, literal, first } = found;
    this.#query = query;
    this.#literal = literal;
    this.#load = load;
    this.#matcher = matcher;
    this.#boilerplate = new Set(boilerplate);
    this.#near = near;
    const { documents, unsure } = joined(words, literal);
    this.documents = documents;
    this.#unsure = unsure;
    this.searchable = words.searchable || (literal?.searchable ?? false);
    const phase = (candidates: Phase['candidates'], literalOnly: boolean): Phase => ({
      candidates,
      order: inOrder(candidates, sort),
      taken: 0,
      literalOnly,
      regroup: sort === 'relevance' && !literalOnly && query.all.length > 1,
    });
    const last = phase(order, false);
    this.#phases = first && sort === 'relevance' ? [phase(first, true), last] : [last];
  }

  /** Number of matches: exact, or counting candidates that were not checked. */
  get total(): Count {
    const exact = this.#unsure.every((document) => this.#judged.has(document));
    return { total: this.documents.length - this.refuted.size, exact };
  }

  /** Number of articles with the literal; null where there is none to look for. */
  get literal(): Count | null {
    if (!this.#literal) return null;
    const { documents, unsure } = this.#literal;
    const left = documents.filter((one) => !this.#judged.has(one) || this.#judged.get(one) === 'literal');
    return { total: left.length, exact: unsure.every((one) => this.#judged.has(one)) };
  }

  /** Articles read so far. */
  get checked(): number {
    return this.#read.size;
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
    const wanting = (phase: Phase) => phase.taken < phase.order.length && this.hits.length < limit;
    for (const phase of this.#phases) {
      // A literal that is hard to find leaves pages to be read for the words.
      const most = phase.literalOnly ? Math.ceil(readUpTo / 2) : readUpTo;
      while (wanting(phase) && this.checked < most) {
        signal?.throwIfAborted();
        if (first && this.hits.length >= first.hits) {
          first.show();
          first = undefined;
        }
        const missing = (first?.hits ?? limit) - this.hits.length;
        const group = phase.taken === 0 ? FIRST_GROUP : GROUP;
        const size = phase.regroup ? group : Math.min(GROUP, missing);
        await this.#take(phase, Math.min(size, most - this.checked), signal);
      }
      if (wanting(phase) && phase.literalOnly) phase.taken = phase.order.length;
    }
    this.stopped = this.#phases.some(wanting);
    const left = this.#unsettled(verifyUpTo);
    if (left.length === 0) return;
    signal?.throwIfAborted();
    if (first && this.hits.length > 0) first.show();
    await this.#judge(left.slice(0, Math.max(0, readUpTo - this.checked)), signal);
    this.stopped ||= this.#unsettled(verifyUpTo).length > 0;
  }

  /** Candidates that are to be read for the sake of a count: all that it takes, where it is not of too many. */
  #unsettled(verifyUpTo: number): number[] {
    const counted = [this.#unsure, this.#literal?.unsure ?? []];
    const few = counted
      .filter(({ length }) => length <= verifyUpTo)
      .flatMap((documents) => Array.from(documents));
    return [...new Set(few)].filter((document) => !this.#judged.has(document));
  }

  /** Reads documents and tells which match. */
  async #judge(documents: readonly number[], signal: AbortSignal | undefined) {
    const loaded = await this.#load(documents, signal);
    for (const document of documents) this.#read.add(document);
    return loaded.map(({ place, page }, at) => {
      const document = documents[at] ?? 0;
      const match = verify(page, this.#query, this.#matcher);
      this.inBoilerplate ||= !!match && boilerplateMeets(page, this.#boilerplate, this.#query.all);
      if (this.#isCandidate(document)) {
        this.#judged.set(document, match?.group ?? null);
        if (!match) this.refuted.add(document);
      }
      return { document, place, match, page };
    });
  }

  #isCandidate(document: number): boolean {
    return this.documents[lowerBound(this.documents, document)] === document;
  }

  /** Looks at the next documents of a phase and keeps those that match or are near. */
  async #take(phase: Phase, size: number, signal: AbortSignal | undefined): Promise<void> {
    const { documents, scores } = phase.candidates;
    const next = phase.order.subarray(phase.taken, phase.taken + size);
    const some = Array.from(next, (at) => ({ document: documents[at] ?? 0, score: scores[at] ?? 0 })).filter(
      ({ document }) => !this.#shown.has(document) && !this.#isNothing(document),
    );
    const judged = await this.#judge(
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
    return this.#near !== 'between' && this.refuted.has(document);
  }
}
