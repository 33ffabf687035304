import { closeSync, openSync, readSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { ArticleBody, Location } from '../types.ts';

/** Collects article bodies for one pack file, so that an archive of 100,000 articles is not 100,000 files. */
export class PackWriter {
  readonly #file: string;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a body; it can be read from its location once the pack has been written. */
  add(body: ArticleBody): Location {
    const bytes = Buffer.from(JSON.stringify(body));
    const location = { pack: this.#file, offset: this.#size, length: bytes.length };
    this.#chunks.push(bytes);
    this.#size += bytes.length;
    return location;
  }

  /** Writes the pack in one go. */
  async write(): Promise<void> {
    await writeFile(this.#file, this.#chunks);
  }
}

/** Reads article bodies from their packs; keeps the pack it read last open. */
export class PackReader implements Disposable {
  #open: { pack: string; descriptor: number } | null = null;

  /** @throws where the pack is missing or cut short */
  read(location: Location): ArticleBody {
    if (this.#open?.pack !== location.pack) {
      this[Symbol.dispose]();
      this.#open = { pack: location.pack, descriptor: openSync(location.pack, 'r') };
    }
    const bytes = Buffer.allocUnsafe(location.length);
    const read = readSync(this.#open.descriptor, bytes, 0, location.length, location.offset);
    if (read !== location.length)
      throw new Error(
        `${location.pack}: Unexpected end of file, expected ${location.length} bytes at ${location.offset}`,
      );
    return JSON.parse(bytes.toString('utf8')) as ArticleBody;
  }

  [Symbol.dispose](): void {
    if (this.#open) closeSync(this.#open.descriptor);
    this.#open = null;
  }
}
