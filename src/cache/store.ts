import { closeSync, openSync, readSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { ArticleBody, Location, PageBody } from '../types.ts';

/** Thrown where a pack is missing, cut short or damaged: the cache has to be thrown away. */
export class DamagedPack extends Error {
  override name = 'DamagedPack';
}

/** Bodies are read several times a build. Node reads Chinese in UTF-16 ten times as fast as in UTF-8, and it takes no more room. */
const ENCODING = 'utf16le';

/** Collects article bodies for one pack file, so that an archive of 100,000 articles is not 100,000 files. */
export class PackWriter {
  readonly #file: string;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a body; it can be read from its location once the pack has been written. */
  add({ passages, ...rest }: ArticleBody): Location {
    const textBytes = Buffer.from(JSON.stringify(passages), ENCODING);
    const restBytes = Buffer.from(JSON.stringify(rest), ENCODING);
    const location: Location = {
      pack: this.#file,
      offset: this.#size,
      textLength: textBytes.length,
      restLength: restBytes.length,
      crc: crc32(restBytes, crc32(textBytes)),
    };
    this.#chunks.push(textBytes, restBytes);
    this.#size += textBytes.length + restBytes.length;
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

  /**
   * The whole body of an article.
   * @throws {DamagedPack}
   */
  read(location: Location): ArticleBody {
    return { passages: this.passages(location), ...this.page(location) };
  }

  /**
   * What an article's page shows: all but the passages, which say the same once more.
   * @throws {DamagedPack}
   */
  page(location: Location): PageBody {
    return JSON.parse(this.#bytes(location).toString(ENCODING, location.textLength)) as PageBody;
  }

  /**
   * Only the text of an article, passage by passage.
   * @throws {DamagedPack}
   */
  passages(location: Location): string[] {
    return JSON.parse(this.#bytes(location).toString(ENCODING, 0, location.textLength)) as string[];
  }

  [Symbol.dispose](): void {
    if (this.#open) closeSync(this.#open.descriptor);
    this.#open = null;
  }

  #bytes({ pack, offset, textLength, restLength, crc }: Location): Buffer {
    const bytes = Buffer.allocUnsafe(textLength + restLength);
    const read = readSync(this.#descriptor(pack), bytes, 0, bytes.length, offset);
    if (read !== bytes.length || crc32(bytes) !== crc)
      throw new DamagedPack(`${pack}: Unexpected bytes at ${offset}, expected an article`);
    return bytes;
  }

  #descriptor(pack: string): number {
    if (this.#open?.pack === pack) return this.#open.descriptor;
    this[Symbol.dispose]();
    try {
      this.#open = { pack, descriptor: openSync(pack, 'r') };
    } catch (cause) {
      throw new DamagedPack(`${pack}: cannot be opened`, { cause });
    }
    return this.#open.descriptor;
  }
}
