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

/**
 * Unpacks a zip whose bytes have been checked, file by file. No Zip64: packs are small.
 * @throws {Error} where it is no such zip
 */
export async function* unzip(
  bytes: Uint8Array<ArrayBuffer>,
): AsyncGenerator<[name: string, content: Uint8Array<ArrayBuffer>]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const member of members(bytes, view)) {
    const from =
      member.at + LOCAL_LENGTH + view.getUint16(member.at + 26, true) + view.getUint16(member.at + 28, true);
    const packed = bytes.subarray(from, from + member.packed);
    const content = member.method === 0 ? packed : await inflate(packed);
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

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
