import type { Candidates } from './candidates.ts';
import type { Filters } from './filters.ts';
import { type Found, findQuery, joined } from './found.ts';
import { IndexFiles, type IndexSource, SearchFileError } from './index-files.ts';
import { parseQuery } from './language.ts';
import { PageReader } from './page-reader.ts';
import type { Matcher } from './pattern.ts';
import type { Query } from './query.ts';

/** What the index alone tells of a query. */
export interface Told extends Pick<Candidates, 'documents' | 'searchable'> {
  exact: boolean;
}

/** An index, the articles' pages, and what patterns are compiled by. */
export class OpenIndex {
  readonly files: IndexFiles;
  readonly pages: PageReader;
  readonly #source: IndexSource;

  constructor(source: IndexSource) {
    this.#source = source;
    this.files = new IndexFiles(source);
    this.pages = new PageReader(source, this.files);
  }

  /** Compiles the pattern of a query; null where it has none, or one that cannot be read. */
  async matcher({ pattern }: Query): Promise<Matcher | null> {
    if (!pattern || !this.#source.matcher) return null;
    try {
      return (await this.#source.matcher())(pattern);
    } catch (cause) {
      throw new SearchFileError('matcher', cause);
    }
  }

  /** Finds what may match a query. */
  async find(query: Query, filters: Filters): Promise<Found> {
    return findQuery(this.files, query, filters, await this.matcher(query));
  }

  /** The candidates of a query before they are checked, as numbers in the archive, oldest first. */
  async candidates(input: string, filters: Filters = {}): Promise<Told> {
    const found = await this.find(parseQuery(input), filters);
    const { documents, unsure } = joined(found);
    return { documents, exact: unsure.length === 0, searchable: found.words.searchable };
  }
}
