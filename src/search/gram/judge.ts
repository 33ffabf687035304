import type { Count } from './answer.ts';
import { boilerplateMeets } from './boilerplate.ts';
import type { Candidates } from './candidates.ts';
import { lowerBound } from './chunk.ts';
import { type Found, joined } from './found.ts';
import type { Group } from './match.ts';
import type { LoadPages } from './page-reader.ts';
import type { Matcher } from './pattern.ts';
import type { Query } from './query.ts';
import { verify } from './verify.ts';

/** What candidates are checked by. */
export interface Check {
  query: Query;
  load: LoadPages;
  boilerplate: readonly string[];
  matcher: Matcher | null;
}

/** The candidates of a query, and what those that were read turned out to be. */
export class Judge {
  /** Numbers of all candidates in the archive, ascending. */
  readonly documents: Uint32Array;
  /** True where something was looked up. */
  readonly searchable: boolean;
  /** Numbers of documents that turned out not to match. */
  readonly refuted = new Set<number>();
  /** True where boilerplate of a match that was read holds a string of the query. */
  inBoilerplate = false;
  readonly #check: Check;
  readonly #boilerplate: ReadonlySet<string>;
  /** Candidates that only their page can tell to match. */
  readonly #unsure: Uint32Array;
  readonly #literal: Candidates | null;
  readonly #judged = new Map<number, Group | null>();
  /** Documents that were read, those too that are near to the query only. */
  readonly #read = new Set<number>();

  constructor(found: Found, check: Check) {
    const { documents, unsure } = joined(found);
    this.documents = documents;
    this.#unsure = unsure;
    this.#literal = found.literal;
    this.searchable = found.words.searchable || (found.literal?.searchable ?? false);
    this.#check = check;
    this.#boilerplate = new Set(check.boilerplate);
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

  /** Candidates that are to be read for the sake of a count: all that it takes, where it is not of too many. */
  unsettled(verifyUpTo: number): number[] {
    const counted = [this.#unsure, this.#literal?.unsure ?? []];
    const few = counted
      .filter(({ length }) => length <= verifyUpTo)
      .flatMap((documents) => Array.from(documents));
    return [...new Set(few)].filter((document) => !this.#judged.has(document));
  }

  /** Reads documents and tells which match. */
  async judge(documents: readonly number[], signal: AbortSignal | undefined) {
    const { query, load, matcher } = this.#check;
    const loaded = await load(documents, signal);
    for (const document of documents) this.#read.add(document);
    return loaded.map(({ place, page }, at) => {
      const document = documents[at] ?? 0;
      const match = verify(page, query, matcher);
      this.inBoilerplate ||= !!match && boilerplateMeets(page, this.#boilerplate, query.all);
      if (this.documents[lowerBound(this.documents, document)] === document) {
        this.#judged.set(document, match?.group ?? null);
        if (!match) this.refuted.add(document);
      }
      return { document, place, match, page };
    });
  }
}
