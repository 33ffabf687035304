/** An article as it is indexed. */
export interface IndexDocument {
  /** Path of its page relative to the site's root. */
  path: string;
  title: string;
  author: string;
  /** Local day `yyyy-mm-dd`, or '' where the article has no date. */
  date: string;
  /** Tags and topics the results can be filtered by. */
  tags: readonly string[];
  /** The text of the body, block by block. */
  passages: readonly string[];
}

/** The text of an article's page, and what its results can be filtered by. */
export type PageText = Pick<IndexDocument, 'title' | 'author' | 'tags' | 'passages'>;

/** Documents as they come: all passes over an archive take them one by one. */
export type Documents = AsyncIterable<IndexDocument> | Iterable<IndexDocument>;

/** Writes one file of the index. Names are relative to the index's directory, `/`-separated. */
export type WriteFile = (name: string, bytes: Uint8Array) => void | Promise<void>;

/** Deflates without a header (RFC 1951). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Bytes read piece by piece: a file on disk, or memory. */
export interface ByteSource {
  size: number;
  /** Bytes `[from, to)`, valid until the next read. */
  read(from: number, to: number): Uint8Array;
}

/**
 * Kinds of segments, oldest first: years that are over; months of the last year that are over, where it is large; the rest. The older, the
 * more seldom one changes.
 */
export const SEGMENT_KINDS = ['closed', 'year', 'open'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** One segment of the index, as the root file describes it. */
export interface SegmentEntry {
  /** Directory of its files: kind and digest of its documents. */
  name: string;
  kind: SegmentKind;
  /** Digest of its documents, in order, and of the format. */
  digest: string;
  documents: number;
  /** `[yyyy-mm, number of documents]`, in order; `''` for articles without a date. */
  months: [string, number][];
  /** First key of each file of postings. */
  firstKeys: string[];
  /** Number of files of paths. */
  pathFiles: number;
  /** Documents in each file of paths but the last. */
  pathBlock: number;
  /** The paths themselves, where the segment is small enough to spare the request. */
  paths: string | null;
  /** Bytes on disk. */
  bytes: number;
}

/** The root file: the only one whose name stays and whose content changes. */
export interface Root {
  version: number;
  segments: SegmentEntry[];
  /** Hashes of the passages that stand in many articles, sorted. */
  boilerplate: string[];
}
