import { isPlainPath } from '../../offline/format.ts';

/** A file as it lies in a zip. */
interface Member {
  name: string;
  method: number;
  /** Start of its local header. */
  at: number;
  packed: number;
  size: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Lengths of the fixed parts of the records (APPNOTE 4.3). */
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** Deflate makes nothing smaller than a 1,032nd. */
const MOST_RATIO = 1032;

/**
 * Unpacks a zip, file by file. No Zip64: packs are small.
 * @param most bytes that its files may come to
 * @throws {Error} where it is no such zip, or a file has a name that leads elsewhere
 */
export async function* unzip(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): AsyncGenerator<[name: string, content: Uint8Array<ArrayBuffer>]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (const member of members(bytes, view)) {
    if (!isPlainPath(member.name)) throw new Error(`${member.name}: no path below the site's root`);
    left -= member.size;
    if (left < 0 || member.size > MOST_RATIO * member.packed)
      throw new Error(
        `${member.name}: Unexpected ${member.size} bytes, expected no more than were announced, and packed`,
      );
    const from =
      member.at + LOCAL_LENGTH + view.getUint16(member.at + 26, true) + view.getUint16(member.at + 28, true);
    const packed = bytes.subarray(from, from + member.packed);
    const content = member.method === 0 ? packed : await inflate(packed, member.size);
    if (content.length !== member.size)
      throw new Error(`${member.name}: ${content.length} bytes, expected ${member.size}`);
    yield [member.name, content];
  }
}

/** The central directory. */
function* members(bytes: Uint8Array, view: DataView): Generator<Member> {
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('no end of central directory');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('no central directory entry');
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const text = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + (name ?? 0));
    yield {
      name: new TextDecoder().decode(text),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += ENTRY_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

/** Inflates a file, up to one byte more than it should have: what goes on without end is not followed. */
async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(size + 1);
  let length = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    const piece = value.subarray(0, content.length - length);
    content.set(piece, length);
    length += piece.length;
    if (length <= size) continue;
    await reader.cancel();
    break;
  }
  return content.slice(0, length);
}
