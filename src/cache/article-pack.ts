import { keyOf } from '../hash.ts';
import type { ArticleBody, Location, PageBody } from '../types.ts';
import { CacheFile, writeCacheFile } from './cache-file.ts';

/** Characters of the key of a text: 96 bits. */
const TEXT_KEY = 24;

/** Bytes `[from, to)` of a pack's content. */
export type Span = readonly [from: number, to: number];

/** Collects what is kept of some hundred articles in one file, so that an archive of 100,000 articles is not 100,000 files. */
export class PackWriter {
  readonly #file: string;
  readonly #pieces: Buffer[] = [];
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds text; it can be read from where it stands once the pack has been written. */
  add(text: string): Span {
    const bytes = Buffer.from(text);
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    return [this.#size - bytes.length, this.#size];
  }

  /** Adds an article's body, its passages first: the search index reads nothing else. */
  addBody({ passages, html, headings, data, repairs }: ArticleBody): Location {
    const [offset, middle] = this.add(JSON.stringify(passages));
    const [, end] = this.add(JSON.stringify({ html, headings, data, repairs }));
    const text = keyOf(JSON.stringify([passages, headings])).slice(0, TEXT_KEY);
    return { pack: this.#file, offset, textLength: middle - offset, restLength: end - middle, text };
  }

  write(): void {
    writeCacheFile(this.#file, this.#pieces);
  }
}

/** Reads what `PackWriter` wrote; keeps the pack it read last open. Everything it reads throws `DamagedCache` where it is not what was written. */
export class PackReader implements Disposable {
  #open: { pack: string; file: CacheFile } | null = null;

  /** The whole body of an article. */
  read(location: Location): ArticleBody {
    return { passages: this.passages(location), ...this.page(location) };
  }

  /** The part of a body that an article's page shows: all but the passages, which say the same once more. */
  page({ pack, offset, textLength, restLength }: Location): PageBody {
    const from = offset + textLength;
    return JSON.parse(this.text(pack, [from, from + restLength]));
  }

  /** Only the text of an article, passage by passage. */
  passages({ pack, offset, textLength }: Location): string[] {
    return JSON.parse(this.text(pack, [offset, offset + textLength]));
  }

  text(pack: string, span: Span): string {
    return this.bytes(pack, span).toString();
  }

  bytes(pack: string, [from, to]: Span): Buffer {
    if (this.#open?.pack !== pack) {
      this[Symbol.dispose]();
      this.#open = { pack, file: new CacheFile(pack) };
    }
    return this.#open.file.read(from, to);
  }

  [Symbol.dispose](): void {
    this.#open?.file[Symbol.dispose]();
    this.#open = null;
  }
}
