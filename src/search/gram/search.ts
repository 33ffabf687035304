import type { Aside, Results } from './answer.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { type Candidates, findCandidates, NOTHING } from './candidates.ts';
import { type Filters, needText, questionKey, type Sort } from './filters.ts';
import { fold } from './fold.ts';
import { IndexFiles, type IndexSource, SearchFileError } from './index-files.ts';
import { type Clause, exactly, parseQuery, type Query } from './language.ts';
import { hasHan, withNear } from './near.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import type { PathAndDate } from './paths.ts';
import type { Matcher } from './pattern.ts';
import { PromiseCache } from './promise-cache.ts';
import { countMonths } from './root.ts';
import { type Found, joined, type LoadPages, Session } from './session.ts';
import { likelyWord } from './spelling.ts';
import { type FoldedPage, foldPage, verify } from './verify.ts';

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
/** Pages read from either end for the first and the last mention. */
const MENTION_PAGES = 5;
/** Words of a query that other spellings are looked for. */
const MOST_SUGGESTIONS = 3;
/** Queries and page texts that are remembered. */
const MOST_SESSIONS = 20;
const MOST_PAGES = 300;

/** An open index. */
export class GramSearch {
  readonly #source: IndexSource;
  readonly #files: IndexFiles;
  readonly #sessions = new PromiseCache<Session>(MOST_SESSIONS);
  readonly #pages = new PromiseCache<FoldedPage>(MOST_PAGES);

  constructor(source: IndexSource) {
    this.#source = source;
    this.#files = new IndexFiles(source);
  }

  /** Loads what every search needs. @throws {SearchFileError} where it cannot be had; a search tries again */
  async prepare(): Promise<void> {
    await this.#files.root();
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

  /** The candidates of a query before they are checked, as numbers in the archive, oldest first. For measurements. */
  async candidates(
    query: string,
    filters: Filters = {},
  ): Promise<Pick<Candidates, 'documents' | 'searchable'> & { exact: boolean }> {
    const { words, literal } = await this.#candidates(parseQuery(query), filters);
    const { documents, unsure } = joined(words, literal);
    return { documents, exact: unsure.length === 0, searchable: words.searchable };
  }

  async #candidates(query: Query, filters: Filters): Promise<Found> {
    // Only strings that it must hold tell where a pattern may match.
    if (query.pattern && (query.all.length === 0 || !(await this.#matcher(query))))
      return { words: NOTHING, literal: null, first: null };
    const inText = needText(filters) || query.pattern !== null;
    const find = async (clauses: Pick<Query, 'all' | 'none'>): Promise<Candidates> => {
      // What is to be avoided may stand in what does not count.
      const { all, none } = inText ? { ...clauses, none: [] } : clauses;
      const found = await findCandidates(this.#files, { all, none }, filters);
      return inText && query.all.length + query.none.length > 0
        ? { ...found, unsure: found.documents }
        : found;
    };
    const only = (clause: Clause) => find({ all: [clause], none: [] });
    const { literal } = query;
    const [words, literals, titles] = await Promise.all([
      find(query),
      literal && only(literal),
      literal && only(literal.map((term) => ({ ...term, field: 'title' }))),
    ]);
    return { words, literal: literals, first: hasHan(query.all) ? titles : literals };
  }

  async #session(query: Query, filters: Filters, sort: Sort, wanted: boolean): Promise<Session> {
    const found = await this.#candidates(query, filters);
    const whole = joined(found.words, found.literal);
    const widens = query.near.length > 1 || JSON.stringify(query.near) !== JSON.stringify(query.all);
    const near = wanted && sort === 'relevance' && query.near.length > 0 && widens;
    const order = near
      ? await withNear(this.#files, query, filters, { whole, literal: found.literal })
      : whole;
    const place = hasHan(query.all) ? 'between' : 'below';
    const { boilerplate } = await this.#files.root();
    const load = this.#loader(filters);
    const matcher = await this.#matcher(query);
    const nearPlace = near ? place : null;
    return new Session({ query, found, order, near: nearPlace, sort, load, boilerplate, matcher });
  }

  /** Compiles the pattern of a query; null where it has none, or one that cannot be read. */
  async #matcher({ pattern }: Query): Promise<Matcher | null> {
    if (!pattern || !this.#source.matcher) return null;
    try {
      return (await this.#source.matcher())(pattern);
    } catch (cause) {
      throw new SearchFileError('matcher', cause);
    }
  }

  /** Path and date of documents by their numbers in the archive. */
  locate(documents: readonly number[]): Promise<PathAndDate[]> {
    return this.#files.locate(documents);
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
    const root = await this.#files.root();
    signal?.throwIfAborted();
    const session = await this.#sessions.get(questionKey([query, near], filters, sort), () =>
      this.#session(query, filters, sort, near),
    );
    signal?.throwIfAborted();
    const results = (): Results => ({
      ...session.total,
      literal: session.literal,
      months: countMonths(root, session.documents, session.refuted),
      hits: session.hits.slice(0, limit),
      exclude: query.exclude,
      inBoilerplate: session.inBoilerplate,
      checked: session.checked,
      stopped: session.stopped,
      searchable: session.searchable,
    });
    const show = early && { hits: early.hits, show: () => early.show(results()) };
    await session.advance({ limit, verifyUpTo, readUpTo, early: show, signal });
    signal?.throwIfAborted();
    return results();
  }

  /**
   * What is told beside the hits of a search. It reads a few pages and chunks more, so it is asked for once the hits stand.
   * @throws as `search`
   */
  async aside(
    input: string,
    { filters = {}, signal }: Pick<SearchOptions, 'filters' | 'signal'> = {},
  ): Promise<Aside> {
    const query = parseQuery(input);
    const [found, wider, suggestions] = await Promise.all([
      // Articles without a date are neither first nor last.
      this.#candidates(query, { ...filters, from: filters.from || '0000' }),
      this.#wider(input, filters),
      this.#suggestions(input),
    ]);
    signal?.throwIfAborted();
    // Mentions are of what was typed as it stands, where any article has that.
    const isLiteral = found.literal !== null && found.literal.documents.length > 0;
    const { documents, searchable } = (isLiteral && found.literal) || found.words;
    if (!searchable) return { wider, suggestions, first: null, last: null };
    const load = this.#loader(filters);
    const matcher = await this.#matcher(query);
    const mention = async (order: Uint32Array): Promise<Aside['first']> => {
      const some = [...order.subarray(0, MENTION_PAGES)];
      for (let at = 0; at < some.length; at++) {
        signal?.throwIfAborted();
        const [loaded] = await load(some.slice(at, at + 1), signal);
        const match = loaded ? verify(loaded.page, query, matcher) : null;
        if (loaded && match && (!isLiteral || match.group === 'literal'))
          return { ...loaded.place, title: match.title };
      }
      return null;
    };
    const [first, last] = await Promise.all([mention(documents), mention(documents.toReversed())]);
    return { wider, suggestions, first, last };
  }

  /** What a query of one word finds where it may stand inside of others. */
  async #wider(input: string, filters: Filters): Promise<Aside['wider']> {
    const { all, none, words } = parseQuery(input);
    const [word] = words;
    if (!word || all.length > 1 || none.length > 0) return null;
    const query = exactly(input.slice(word.from, word.end));
    const [own, others] = await Promise.all([
      this.candidates(input, filters),
      this.candidates(query, filters),
    ]);
    const total = others.documents.length;
    return total > own.documents.length ? { query, total, exact: others.exact } : null;
  }

  /** The query with a word spelled as the archive has it. */
  async #suggestions(input: string): Promise<Aside['suggestions']> {
    const { words } = parseQuery(input);
    const found = await Promise.all(
      words.slice(0, MOST_SUGGESTIONS).map(async ({ from, end }) => {
        const typed = fold(input.slice(from, end));
        const { documents } = await this.candidates(typed);
        const text = await likelyWord(this.#files, typed, documents.length);
        return text ? { text, query: input.slice(0, from) + text + input.slice(end) } : [];
      }),
    );
    return found.flat();
  }

  /** Every place of a query in an article, by the path of its page; in boilerplate only where filters do not leave that out. @throws as `search` */
  async occurrences(input: string, path: string, filters: Filters = {}): Promise<Occurrence[]> {
    const query = parseQuery(input);
    const [page, matcher] = await Promise.all([this.#page(path, undefined), this.#matcher(query)]);
    const asked = filters.boilerplate ? withoutBoilerplate(page, await this.#boilerplate()) : page;
    return occurrencesIn(asked, query, matcher);
  }

  #boilerplate = async (): Promise<Set<string>> => new Set((await this.#files.root()).boilerplate);

  /** What stands for the content of the index: the names of its segments, which are made from their documents. */
  async digest(): Promise<string> {
    const { segments } = await this.#files.root();
    return segments.map(({ digest }) => digest).join('-');
  }

  /** Loads pages as filters want them read. */
  #loader(filters: Filters): LoadPages {
    if (!filters.boilerplate) return this.#load;
    return async (documents, signal) => {
      const boilerplate = await this.#boilerplate();
      const loaded = await this.#load(documents, signal);
      return loaded.map(({ place, page }) => ({ place, page: withoutBoilerplate(page, boilerplate) }));
    };
  }

  /** Pages of documents with their texts folded. */
  #load: LoadPages = async (documents, signal) => {
    const places = await this.locate(documents);
    signal?.throwIfAborted();
    return Promise.all(places.map(async (place) => ({ place, page: await this.#page(place.path, signal) })));
  };

  async #page(path: string, signal: AbortSignal | undefined): Promise<FoldedPage> {
    for (;;) {
      try {
        return await this.#pages.get(path, async () => {
          try {
            return foldPage(await this.#source.page(path, signal));
          } catch (cause) {
            throw signal?.aborted ? new GivenUp() : cause;
          }
        });
      } catch (cause) {
        signal?.throwIfAborted();
        // Another query had asked for it, and nobody waits for that one any more.
        if (!(cause instanceof GivenUp)) throw new SearchFileError(path, cause);
      }
    }
  }
}

/** A page that was not loaded to its end, since the query that asked for it was given up. */
class GivenUp extends Error {}

/** Opens an index. Nothing is loaded before the first search. */
export const open = (source: IndexSource): GramSearch => new GramSearch(source);
