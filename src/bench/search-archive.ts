import { ArticleCache } from '../cache/articles.ts';
import { PackReader } from '../cache/store.ts';
import { workDirOf } from '../pipeline/build.ts';
import { prepare, readOptions } from '../pipeline/prepare.ts';
import { silent } from '../pipeline/progress.ts';
import { scan } from '../pipeline/scan.ts';
import type { IndexDocument } from '../search/gram/types.ts';
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
    const { archive } = await prepare({
      contentDir,
      files: scan(contentDir),
      settings,
      cache: new ArticleCache(workDirOf(place, cacheDir), readOptions(settings)),
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
  document({ path, title, author, time, topics, at }: Entry): IndexDocument {
    return { path, title, author, date: time?.date ?? '', tags: topics, passages: this.#texts.passages(at) };
  }

  /** All documents, oldest first. */
  *documents(): Generator<IndexDocument> {
    for (const entry of this.entries) yield this.document(entry);
  }

  /** The document of a page. @throws where there is none */
  page(path: string): IndexDocument {
    const entry = this.#byPath.get(path);
    if (!entry) throw new Error(`no article ${path}`);
    return this.document(entry);
  }

  /** Name of the file that a page was made of, without folder and ending; '' for another page. */
  nameOf(path: string): string {
    return /([^/]*)\.md$/.exec(this.#byPath.get(path)?.file ?? '')?.[1] ?? '';
  }
}
