import path from 'node:path';
import { PackReader } from '../cache/article-pack.ts';
import { ArticleCache } from '../cache/articles.ts';
import { Cache } from '../cache/cache.ts';
import { scan } from '../files/scan.ts';
import { workDirOf } from '../pipeline/build.ts';
import { readArchive, readKey } from '../pipeline/read-archive.ts';
import { silent } from '../progress.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import { indexFields } from '../search/index-fields.ts';
import { readSettings } from '../settings.ts';
import type { Entry } from '../types.ts';
import { MemoryMeter } from '../workers/memory.ts';

/** The articles of a folder as the index takes them. */
export class SearchArchive implements Disposable {
  readonly entries: readonly Entry[];
  readonly #byPath: ReadonlyMap<string, Entry>;
  readonly #texts = new PackReader();

  private constructor(entries: readonly Entry[]) {
    this.entries = entries;
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /** Reads the articles, or takes those a build for `outDir` has left in the cache. */
  static async open(place: { contentDir: string; outDir: string }, cacheDir: string): Promise<SearchArchive> {
    const { contentDir } = place;
    const settings = await readSettings(contentDir);
    const { archive } = await readArchive({
      contentDir,
      ...scan(contentDir),
      settings,
      cache: new ArticleCache(
        new Cache(path.join(workDirOf(place, cacheDir), 'articles')),
        readKey(settings),
      ),
      mediaCache: new Cache(path.join(workDirOf(place, cacheDir), 'media')),
      studyCache: new Cache(path.join(workDirOf(place, cacheDir), 'studies')),
      progress: silent,
      memory: new MemoryMeter(),
      workers: 1,
    });
    return new SearchArchive(archive.entries);
  }

  [Symbol.dispose](): void {
    this.#texts[Symbol.dispose]();
  }

  /** The document of an entry. */
  document(entry: Entry): IndexDocument {
    return { ...indexFields(entry), passages: this.#texts.passages(entry.at) };
  }

  /** All documents, oldest first. */
  *documents(): Generator<IndexDocument> {
    for (const entry of this.entries) yield this.document(entry);
  }

  /** The document of a page. @throws where there is none */
  page(name: string): IndexDocument {
    const entry = this.#byPath.get(name);
    if (!entry) throw new Error(`no article ${name}`);
    return this.document(entry);
  }

  /** Name of the file that a page was made of, without folder and ending; '' for another page. */
  nameOf(page: string): string {
    return /([^/]*)\.md$/.exec(this.#byPath.get(page)?.file ?? '')?.[1] ?? '';
  }
}
