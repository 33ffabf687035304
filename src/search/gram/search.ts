import type { Aside, Results } from './answer.ts';
import { asideOf } from './aside.ts';
import { type Filters, questionKey, type Sort } from './filters.ts';
import { joined } from './found.ts';
import { type IndexSource, SearchFileError } from './index-files.ts';
import { parseQuery } from './language.ts';
import { hasHan, withNear } from './near.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import { OpenIndex, type Told } from './open-index.ts';
import type { PathAndDate } from './paths.ts';
import { PromiseCache } from './promise-cache.ts';
import type { Query } from './query.ts';
import { countMonths } from './root.ts';
import { Session } from './session.ts';

/** How one search is to be done. */
interface SearchOptions {
  filters?: Filters;
  /** Default: relevance. */
  sort?: Sort;
  /** Hits to return. Default: 10. */
  limit?: number;
  /** False for matches only: without what is near to the query. Where hits are ordered by date, there is nothing near. */
  near?: boolean;
  /** Up to so many candidates are all checked, so that the total is exact. Default: 20. */
  verifyUpTo?: number;
  /** Most candidates whose pages are read, in all the searches for one query together; asking again with more goes on. Default: 60, or thrice the limit. */
  readUpTo?: number;
  /** Called once with the first hits as soon as they are checked, where there is more to check before the search is done. */
  early?: { hits: number; show: (results: Results) => void } | undefined;
  signal?: AbortSignal;
}

/** Candidates that are read before a search stops and says so. */
const READ_UP_TO = 60;
/** Queries that are remembered. */
const MOST_SESSIONS = 20;

/** An open index. */
export class GramSearch {
  readonly #index: OpenIndex;
  readonly #sessions = new PromiseCache<Session>(MOST_SESSIONS);

  constructor(source: IndexSource) {
    this.#index = new OpenIndex(source);
  }

  /** Loads what every search needs. @throws {SearchFileError} where it cannot be had; a search tries again */
  async prepare(): Promise<void> {
    await this.#index.files.root();
  }

  /**
   * Searches. Asking for more hits of the same query goes on where the last search ended.
   * @throws {SearchFileError} where a file cannot be had; the signal's reason where it is aborted.
   */
  async search(query: string, options: SearchOptions = {}): Promise<Results> {
    try {
      return await this.#search(query, options);
    } catch (error) {
      // The hits so far may belong to an index that is gone.
      if (error instanceof SearchFileError) this.#sessions.clear();
      throw error;
    }
  }

  async #search(input: string, options: SearchOptions): Promise<Results> {
    const {
      filters = {},
      sort = 'relevance',
      near = true,
      limit = 10,
      verifyUpTo = 20,
      early,
      signal,
    } = options;
    const readUpTo = options.readUpTo ?? Math.max(READ_UP_TO, limit * 3);
    signal?.throwIfAborted();
    const query = parseQuery(input);
    const root = await this.#index.files.root();
    signal?.throwIfAborted();
    const session = await this.#sessions.get(questionKey([query, near], filters, sort), () =>
      this.#session(query, filters, sort, near),
    );
    signal?.throwIfAborted();
    const { judge } = session;
    const results = (): Results => ({
      ...judge.total,
      literal: judge.literal,
      months: countMonths(root, judge.documents, judge.refuted),
      hits: session.hits.slice(0, limit),
      exclude: query.exclude,
      inBoilerplate: judge.inBoilerplate,
      checked: judge.checked,
      stopped: session.stopped,
      searchable: judge.searchable,
    });
    const show = early && { hits: early.hits, show: () => early.show(results()) };
    await session.advance({ limit, verifyUpTo, readUpTo, early: show, signal });
    signal?.throwIfAborted();
    return results();
  }

  async #session(query: Query, filters: Filters, sort: Sort, wanted: boolean): Promise<Session> {
    const { files, pages } = this.#index;
    const found = await this.#index.find(query, filters);
    const whole = joined(found);
    const widens = query.near.length > 1 || JSON.stringify(query.near) !== JSON.stringify(query.all);
    const near = wanted && sort === 'relevance' && query.near.length > 0 && widens;
    const order = near ? await withNear(files, query, filters, { whole, literal: found.literal }) : whole;
    const place = hasHan(query.all) ? 'between' : 'below';
    const { boilerplate } = await files.root();
    const check = {
      query,
      boilerplate,
      load: pages.loader(filters),
      matcher: await this.#index.matcher(query),
    };
    return new Session(found, order, near ? place : null, sort, check);
  }

  /** What is told beside the hits of a search. @throws as `search` */
  async aside(
    input: string,
    { filters = {}, signal }: Pick<SearchOptions, 'filters' | 'signal'> = {},
  ): Promise<Aside> {
    return asideOf(this.#index, input, filters, signal);
  }

  /** Every place of a query in an article, by the path of its page; in boilerplate only where filters do not leave that out. @throws as `search` */
  async occurrences(input: string, path: string, filters: Filters = {}): Promise<Occurrence[]> {
    const query = parseQuery(input);
    const [page, matcher] = await Promise.all([
      this.#index.pages.read(path, filters),
      this.#index.matcher(query),
    ]);
    return occurrencesIn(page, query, matcher);
  }

  /** The candidates of a query before they are checked, as numbers in the archive, oldest first. For measurements. */
  candidates(query: string, filters: Filters = {}): Promise<Told> {
    return this.#index.candidates(query, filters);
  }

  /** Path and date of documents by their numbers in the archive. */
  locate(documents: readonly number[]): Promise<PathAndDate[]> {
    return this.#index.files.locate(documents);
  }

  /** What stands for the content of the index: the names of its segments, which are made from their documents. */
  async digest(): Promise<string> {
    const { segments } = await this.#index.files.root();
    return segments.map(({ digest }) => digest).join('-');
  }
}

/** Opens an index. Nothing is loaded before the first search. */
export const open = (source: IndexSource): GramSearch => new GramSearch(source);
