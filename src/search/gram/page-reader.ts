import { withoutBoilerplate } from './boilerplate.ts';
import type { Filters } from './filters.ts';
import { type IndexFiles, type IndexSource, SearchFileError } from './index-files.ts';
import type { PathAndDate } from './paths.ts';
import { PromiseCache } from './promise-cache.ts';
import { type FoldedPage, foldPage } from './verify.ts';

/** A page that was read, and where it stands. */
interface PlacedPage {
  place: PathAndDate;
  page: FoldedPage;
}

/** Gives the pages of documents, in their order. */
export type LoadPages = (documents: readonly number[], signal?: AbortSignal) => Promise<PlacedPage[]>;

/** Texts of pages that are remembered. */
const MOST_PAGES = 300;

/** Pages with their texts folded, each loaded once; a failed load is forgotten. */
export class PageReader {
  readonly #source: IndexSource;
  readonly #files: IndexFiles;
  readonly #pages = new PromiseCache<FoldedPage>(MOST_PAGES);

  constructor(source: IndexSource, files: IndexFiles) {
    this.#source = source;
    this.#files = files;
  }

  /** Gives pages as filters want them read. */
  loader(filters: Filters): LoadPages {
    return async (documents, signal) => {
      const places = await this.#files.locate(documents);
      signal?.throwIfAborted();
      return Promise.all(
        places.map(async (place) => ({ place, page: await this.read(place.path, filters, signal) })),
      );
    };
  }

  /** Reads a page as filters want it read. @throws {SearchFileError} where it cannot be had */
  async read(path: string, filters: Filters, signal?: AbortSignal): Promise<FoldedPage> {
    const page = await this.#whole(path, signal);
    if (!filters.boilerplate) return page;
    return withoutBoilerplate(page, new Set((await this.#files.root()).boilerplate));
  }

  async #whole(path: string, signal: AbortSignal | undefined): Promise<FoldedPage> {
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
