import { type ByteReader, ByteWriter } from './bytes.ts';

/**
 * Sorted strings in columns: units shared with the string before, units that follow, their high bytes, their low bytes.
 * Deflated, a first key of two Han characters takes about two bytes, where JSON takes nine.
 */
export function packStrings(strings: readonly string[]): Uint8Array {
  const shared = new ByteWriter();
  const lengths = new ByteWriter();
  const high = new ByteWriter();
  const low = new ByteWriter();
  let before = '';
  for (const string of strings) {
    let same = 0;
    while (same < string.length && string[same] === before[same]) same++;
    shared.varint(same);
    lengths.varint(string.length - same);
    for (let i = same; i < string.length; i++) {
      high.byte(string.charCodeAt(i) >>> 8);
      low.byte(string.charCodeAt(i) & 255);
    }
    before = string;
  }
  const packed = new ByteWriter();
  packed.varint(strings.length);
  for (const column of [shared, lengths, high, low]) packed.append(column.view());
  return packed.view();
}

/** Reads what `packStrings` packed. */
export function unpackStrings(reader: ByteReader): string[] {
  const count = reader.varint();
  const shared = Array.from({ length: count }, () => reader.varint());
  const lengths = Array.from({ length: count }, () => reader.varint());
  const units = lengths.reduce((sum, length) => sum + length, 0);
  const high = reader.take(units);
  const low = reader.take(units);
  let at = 0;
  let before = '';
  return lengths.map((length, i) => {
    let string = before.slice(0, shared[i]);
    for (let end = at + length; at < end; at++)
      string += String.fromCharCode(((high[at] ?? 0) << 8) | (low[at] ?? 0));
    before = string;
    return string;
  });
}
