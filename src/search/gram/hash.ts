/**
 * A 64-bit hash of text: names unchanged documents and segments, and is no defence against forgery.
 * Two lanes of multiply-xor as in MurmurHash3's mixing.
 */
export class TextHash {
  private a = 0x9e3779b9;
  private b = 0x85ebca6b;

  /** Mixes in a text and its length, so that neighbouring texts do not run together. */
  add(text: string): this {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ unit, 0x5f356495);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ text.length, 0x85ebca77);
    b = Math.imul(b ^ text.length, 0xc2b2ae3d);
    this.a = a ^ (b >>> 16);
    this.b = b ^ (a >>> 14);
    return this;
  }

  /** 16 hexadecimal digits. */
  hex(): string {
    const part = (lane: number) => {
      let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
      return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0');
    };
    return part(this.a) + part(this.b);
  }
}

/** FNV-1a of bytes: tells a cut or damaged file. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}
