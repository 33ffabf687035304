import type { Archive } from '../archive/archive.ts';
import type { Strings } from '../locales/index.ts';
import type { ArticleBody, Entry } from '../types.ts';

/** Everything an exporter may read: the catalogue, one body at a time, and the finished pages' hashes. */
export interface ExportContext {
  archive: Archive;
  strings: Strings;
  /** Loads the body of one article; nothing keeps it. */
  body(entry: Entry): ArticleBody;
  /** The source of one article, as text. */
  source(entry: Entry): string;
  /** Hash of a file of the finished site. @param path relative to the site's root, unescaped */
  hash(path: string): string;
  /**
   * A piece of a file that costs much to make: taken from an earlier build where it was made from the same.
   * @param key of everything the piece is made from, besides this program
   */
  cached(key: string, make: () => Uint8Array): Uint8Array;
}

/** A file to be written. Its content is made only when asked for, piece by piece. */
export interface OutputFile {
  /** Path relative to the site's root, unescaped. */
  path: string;
  /**
   * Key of everything the content is made from, besides this program: while it stays the same, the file need not be made again.
   * Null where that is not known before the content is made.
   */
  key: string | null;
  /** The pieces of the file in order; strings are UTF-8 text. */
  chunks(): Iterable<string | Uint8Array>;
}

/** One kind of output beside the pages. A new kind is a file and a line in `index.ts`. */
export interface Exporter {
  name: string;
  /** True where the format demands absolute addresses: left out while `origin` is not set. */
  needsOrigin?: boolean;
  /** True where it asks for hashes of pages: it runs when these are finished. */
  needsPages?: boolean;
  files(context: ExportContext): Iterable<OutputFile>;
}
