import { ByteReader, ByteWriter } from './bytes.ts';
import { rareFirst } from './chunk.ts';
import { CHAR_PREFIX } from './grams.ts';
import { extraBytes } from './payload.ts';
import { bytesOf, type Postings } from './postings.ts';
import { packStrings } from './sorted-strings.ts';

/** How much larger chunks of single characters are, before deflating. */
const SINGLES = 6;

/** Encodes chunks of about `target` bytes before deflating, and hands each over with its first key. */
export class ChunkWriter {
  private readonly target: number;
  private readonly emit: (firstKey: string, raw: Uint8Array) => void;
  private entries: Postings[] = [];
  private size = 0;

  constructor(target: number, emit: (firstKey: string, raw: Uint8Array) => void) {
    this.target = target;
    this.emit = emit;
  }

  /** Adds the postings of the next key. Keys come in order, each once; the bytes are copied. */
  add(postings: Postings): void {
    const single = postings.key.startsWith(CHAR_PREFIX);
    if (single !== this.entries.at(-1)?.key.startsWith(CHAR_PREFIX)) this.flush();
    const target = single ? this.target * SINGLES : this.target;
    if (bytesOf(postings) <= target) {
      this.append(postings);
      if (this.size >= target) this.flush();
      return;
    }
    for (const piece of pieces(postings, target)) {
      this.flush();
      this.append(piece);
    }
  }

  private append(postings: Postings): void {
    const { gaps, payloads, extra } = postings;
    this.entries.push({ ...postings, gaps: gaps.slice(), payloads: payloads.slice(), extra: extra.slice() });
    this.size += bytesOf(postings) + postings.key.length * 2;
  }

  /** Hands over what is left. */
  flush(): void {
    const [first] = this.entries;
    if (!first) return;
    const raw = new ByteWriter(this.size * 2);
    raw.append(packStrings(this.entries.map(({ key }) => key)));
    for (const { count } of this.entries) raw.varint(count);
    const order = rareFirst(this.entries);
    for (const column of ['gaps', 'payloads', 'extra'] as const)
      for (const entry of order) raw.append(entry[column]);
    this.emit(first.key, raw.view());
    this.entries = [];
    this.size = 0;
  }
}

/** Cuts a long list of postings into pieces of about `target` bytes. */
function* pieces({ key, count, gaps, payloads, extra }: Postings, target: number): Generator<Postings> {
  const reader = new ByteReader(gaps);
  const writer = new ByteWriter(target);
  let document = -1;
  let last = -1;
  let from = 0;
  let extraFrom = 0;
  for (let taken = 1; taken <= count; taken++) {
    document += reader.varint();
    writer.varint(document - last);
    last = document;
    const enough = writer.length + (taken - from) * 1.5 >= target;
    if (!enough && taken < count) continue;
    const extraTo = extraFrom + extraBytes(payloads, from, taken);
    yield {
      key,
      count: taken - from,
      last,
      gaps: writer.take(),
      payloads: payloads.subarray(from, taken),
      extra: extra.subarray(extraFrom, extraTo),
    };
    last = -1;
    from = taken;
    extraFrom = extraTo;
  }
}
