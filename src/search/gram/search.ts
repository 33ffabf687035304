import { type Candidates, type Filters, findCandidates } from './candidates.ts';
import { parseQuery, type Query } from './language.ts';
import { inOrder, type Sort } from './order.ts';
import type { Place } from './paths.ts';
import { pathFileOf } from './root.ts';
import { type Load, remember, SearchFileError, Store } from './store.ts';
import type { Root } from './types.ts';
import { type FoldedPage, foldPage, type Match, type PageText, verify } from './verify.ts';

export type { Filters, Sort };

/** How one search is to be done. */
export interface SearchOptions {
  filters?: Filters;
  /** Default: relevance. */
  sort?: Sort;
  /** Hits to return. Default: 10. */
  limit?: number;
  /** Hits to leave out first. */
  offset?: number;
  /** Up to so many candidates are all checked, so that the total is exact. Default: 20. */
  verifyUpTo?: number;
  /** Called once with the first hits as soon as they are checked, where there is more to check before the search is done. */
  early?: { hits: number; show: (results: Results) => void } | undefined;
  signal?: AbortSignal;
}

/** One article that matches: checked against its text. */
export interface Hit extends Omit<Match, 'closeness'> {
  /** Path of its page relative to the site's root. */
  path: string;
  /** `yyyy-mm-dd`, or '' where it has none. */
  date: string;
}

/** What a search found. */
export interface Results {
  /** Number of articles that match. */
  total: number;
  /** False where the total and the months still count candidates that were not checked. */
  exact: boolean;
  /** Number of matches by month, oldest first; '' stands for articles without a date. */
  months: { month: string; count: number }[];
  hits: Hit[];
  /** False where there was nothing to look up: an empty query, or one of punctuation only. */
  searchable: boolean;
}

/** An open index. */
export interface GramSearch {
  /**
   * Loads what every search needs.
   * @throws {SearchFileError} where it cannot be had; a search tries again
   */
  prepare(): Promise<void>;
  /**
   * Searches. Offsets count checked hits, so pages of results neither overlap nor leave gaps.
   * @throws {SearchFileError} where a file cannot be had; the signal's reason where it is aborted.
   */
  search(query: string, options?: SearchOptions): Promise<Results>;
  /** The candidates of a query before they are checked, as numbers in the archive, oldest first. For measurements. */
  candidates(query: string, filters?: Filters): Promise<Candidates>;
  /** Path and date of documents by their numbers in the archive. */
  locate(documents: readonly number[]): Promise<{ path: string; date: string }[]>;
}

/** What an open index needs from its surroundings. */
export interface OpenOptions {
  /** Bytes of a file of the index (`directory` before its name) or of a page (by its path). Rejects where there is none. */
  load: Load;
  /** The text of a page, as it was indexed. */
  textOf: (page: Uint8Array) => PageText;
  /** Directory of the index, with a slash at its end. Default: `search/`. */
  directory?: string;
}

const DEFAULT_LIMIT = 10;
const DEFAULT_VERIFY = 20;
/** Most pages loaded at a time. */
const GROUP = 20;
/** With several terms closeness reorders the first so many, which are shown first, then each group of `GROUP`. */
const FIRST_GROUP = 8;
/** Queries and page texts that are remembered. */
const MOST_SESSIONS = 20;
const MOST_PAGES = 300;

/** A query under way: what is checked stays checked for the next page of results. */
interface Session {
  candidates: Candidates;
  order: Uint32Array;
  /** Candidates taken so far, in order. */
  taken: number;
  hits: Hit[];
  /** Numbers of candidates that turned out not to match. */
  refuted: number[];
  /** True where closeness reorders each group. */
  regroup: boolean;
  /** Settles when the search that is checking candidates is done: the next one waits for it. */
  turn: Promise<void>;
}

/** A candidate with its page. */
interface Loaded {
  /** In the list of candidates. */
  position: number;
  place: Place;
  page: FoldedPage;
}

/** Opens an index. Nothing is loaded before the first search. */
export function open({ load, textOf, directory = 'search/' }: OpenOptions): GramSearch {
  const store = new Store(load, directory);
  const sessions = new Map<string, Promise<Session>>();
  const pages = new Map<string, Promise<FoldedPage>>();

  const pageText = (path: string): Promise<FoldedPage> => {
    bound(pages, MOST_PAGES);
    return remember(pages, path, async () => {
      try {
        return foldPage(textOf(await load(path)));
      } catch (cause) {
        throw new SearchFileError('文章页面', path, cause);
      }
    });
  };

  const locate = async (documents: readonly number[]) => {
    const root = await store.root();
    return Promise.all(
      documents.map(async (document) => {
        const [index, number] = segmentOf(root, document);
        const segment = root.segments[index];
        if (!segment) return { path: '', date: '' };
        const [file, line] = pathFileOf(segment, number);
        return (await store.pathLines(segment, file))[line] ?? { path: '', date: '' };
      }),
    );
  };

  /** Loads the pages of the candidates after those that were taken. */
  const loadGroup = async ({ order, candidates }: Session, from: number, size: number): Promise<Loaded[]> => {
    const positions = [...order.subarray(from, from + size)];
    const places = await locate(positions.map((position) => candidates.documents[position] ?? 0));
    return Promise.all(
      places.map(async (place, i) => ({
        place,
        position: positions[i] ?? 0,
        page: await pageText(place.path),
      })),
    );
  };

  /** Checks the next group of candidates and appends those that match. */
  const takeGroup = (session: Session, query: Query, group: readonly Loaded[]) => {
    const { candidates } = session;
    const found = group.flatMap(({ place, position, page }) => {
      const match = verify(page, query);
      if (!match) session.refuted.push(candidates.documents[position] ?? 0);
      if (!match) return [];
      const { closeness, ...rest } = match;
      return [{ hit: { ...rest, ...place }, score: (candidates.scores[position] ?? 0) + closeness }];
    });
    if (session.regroup) found.sort((a, b) => b.score - a.score);
    session.taken += group.length;
    session.hits.push(...found.map((one) => one.hit));
  };

  const search = async (input: string, options: SearchOptions = {}): Promise<Results> => {
    const { filters = {}, sort = 'relevance', limit = DEFAULT_LIMIT, offset = 0, signal } = options;
    signal?.throwIfAborted();
    const query = parseQuery(input);
    const root = await store.root();
    signal?.throwIfAborted();
    bound(sessions, MOST_SESSIONS);
    const key = JSON.stringify([query, filters.year, filters.month, filters.author, filters.topic, sort]);
    const session = await remember(sessions, key, async () => {
      const candidates = await findCandidates(store, query, filters);
      return {
        candidates,
        order: inOrder(candidates, sort),
        taken: 0,
        hits: [],
        refuted: [],
        regroup: sort === 'relevance' && query.all.length > 1,
        turn: Promise.resolve(),
      };
    });
    signal?.throwIfAborted();
    const { candidates, order, regroup } = session;
    const all = !candidates.exact && order.length <= (options.verifyUpTo ?? DEFAULT_VERIFY);
    const unfinished = () => session.taken < order.length && (all || session.hits.length < offset + limit);
    const results = (): Results => ({
      total: order.length - session.refuted.length,
      exact: candidates.exact || session.taken === order.length,
      months: countMonths(root, candidates.documents, session.refuted),
      hits: session.hits.slice(offset, offset + limit),
      searchable: candidates.searchable,
    });
    const advance = async () => {
      let { early } = options;
      while (unfinished()) {
        signal?.throwIfAborted();
        const hits = session.hits.length;
        if (early && hits >= offset + early.hits) {
          early.show(results());
          early = undefined;
        }
        const missing = offset + (early?.hits ?? limit) - hits;
        const size = all && !early ? order.length : Math.min(GROUP, missing);
        const group = session.taken === 0 ? FIRST_GROUP : GROUP;
        takeGroup(session, query, await loadGroup(session, session.taken, regroup ? group : size));
      }
    };
    const mine = session.turn.then(advance);
    session.turn = mine.catch(() => undefined);
    await mine;
    signal?.throwIfAborted();
    return results();
  };

  return {
    prepare: async () => {
      await store.root();
    },
    search: async (input, options) => {
      try {
        return await search(input, options);
      } catch (error) {
        // What was found so far may belong to an index that is gone.
        if (error instanceof SearchFileError) sessions.clear();
        throw error;
      }
    },
    locate,
    candidates: (query, filters = {}) => findCandidates(store, parseQuery(query), filters),
  };
}

/** Segment of a document, and its number there. */
function segmentOf(root: Root, document: number): [segment: number, number: number] {
  let rest = document;
  for (const [index, segment] of root.segments.entries()) {
    if (rest < segment.documents) return [index, rest];
    rest -= segment.documents;
  }
  return [-1, rest];
}

/** Documents by month: their numbers are in order of date, so the root's column of months tells. */
function countMonths(root: Root, documents: Uint32Array, refuted: readonly number[]) {
  const gone = new Set(refuted);
  const counts = new Map<string, number>();
  const months = root.segments.flatMap((segment) => segment.months);
  let index = 0;
  let end = months[0]?.[1] ?? 0;
  for (const document of documents) {
    while (document >= end && index < months.length - 1) end += months[++index]?.[1] ?? 0;
    const month = months[index]?.[0] ?? '';
    if (!gone.has(document)) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, count]) => ({ month, count }));
}

/** Forgets the oldest entries of a memory that is full. */
function bound<T>(memory: Map<string, T>, most: number): void {
  for (const key of memory.keys()) {
    if (memory.size < most) return;
    memory.delete(key);
  }
}
