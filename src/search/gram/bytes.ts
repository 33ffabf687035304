/** Growing bytes with the encodings the index is made of. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(size = 1024) {
    this.bytes = new Uint8Array(size);
  }

  private grow(more: number): void {
    this.bytes = withContent(new Uint8Array(Math.max(this.length + more, this.bytes.length * 2)), this.bytes);
  }

  /** Appends an unsigned integer below 2³² in 1 to 5 bytes, seven bits each, lowest first. */
  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Appends an unsigned integer below 2³² in four bytes, lowest first. */
  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255);
  }

  /** A view of the bytes written: valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  /** The same, and writing begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const view = this.view();
    this.length = 0;
    return view;
  }
}

/** A larger array with the content of a smaller one. */
export function withContent<T extends { set(content: T): void }>(larger: T, content: T): T {
  larger.set(content);
  return larger;
}

/** Reads what `ByteWriter` wrote. Reading past the end gives zeros: callers check a checksum first. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }

  uint32(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 32; factor *= 256) value += (this.bytes[this.at++] ?? 0) * factor;
    return value;
  }

  take(length: number): Uint8Array {
    const from = this.at;
    this.at += length;
    return this.bytes.subarray(from, this.at);
  }
}
