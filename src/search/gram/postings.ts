import { ByteReader, ByteWriter } from './bytes.ts';
import { writePayload } from './payload.ts';

/** The postings of one key, packed in columns. */
export interface Postings {
  key: string;
  count: number;
  /** Number of the last document. */
  last: number;
  /** Distances from one document to the next as varints; the first counts from -1. */
  gaps: Uint8Array;
  /** One byte a posting: see `payload.ts`. */
  payloads: Uint8Array;
  /** Positions that take more than that byte. */
  extra: Uint8Array;
}

/** Bytes of the columns. */
export const bytesOf = ({ gaps, payloads, extra }: Postings): number =>
  gaps.length + payloads.length + extra.length;

/** Packs the postings of one key after the other. */
export class PostingsWriter {
  readonly #gaps = new ByteWriter();
  readonly #payloads = new ByteWriter();
  readonly #extra = new ByteWriter();
  #count = 0;
  #last = -1;

  /** Adds a posting; documents come in order. */
  add(document: number, level: number, mask: number): void {
    this.#gaps.varint(document - this.#last);
    writePayload(level, mask, this.#payloads, this.#extra);
    this.#last = document;
    this.#count++;
  }

  /** Adds packed postings whose documents are numbered from `base` on. */
  append({ count, last, gaps, payloads, extra }: Postings, base: number): void {
    const reader = new ByteReader(gaps);
    this.#gaps.varint(base + reader.varint() - 1 - this.#last);
    this.#gaps.append(gaps.subarray(reader.at));
    this.#payloads.append(payloads);
    this.#extra.append(extra);
    this.#count += count;
    this.#last = base + last;
  }

  /** Ends the postings of a key. Their bytes are views that change with the next one. */
  end(key: string): Postings {
    const postings = {
      key,
      count: this.#count,
      last: this.#last,
      gaps: this.#gaps.take(),
      payloads: this.#payloads.take(),
      extra: this.#extra.take(),
    };
    this.#count = 0;
    this.#last = -1;
    return postings;
  }
}
