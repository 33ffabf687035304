import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { directoryLine, type Entry, endOfDirectory, localHeader } from './records.ts';

/** A member's content as it lies in a zip. */
export interface PackedContent extends Pick<Entry, 'method' | 'crc' | 'size'> {
  bytes: Uint8Array;
}

/** A file of a zip, below 4 GB. */
export interface ZipMember {
  name: string;
  /** Bytes, or where they lie, or how they are made when the member's turn has come: they may be packed already. */
  content: Uint8Array | { file: string } | (() => Promise<Uint8Array | PackedContent>);
  /** False for what is compressed already. */
  compress: boolean;
}

/** Members in their order; each is asked for when its turn is near. */
type ZipMembers = Iterable<ZipMember> | AsyncIterable<ZipMember>;

const deflatedInPool = promisify(deflateRaw);

/** Members that are read and deflated at the same time: enough for all threads of Node's pool. */
const AT_ONCE = 8;
/** Bytes from which a member is deflated in the pool: handing over a smaller one costs this thread more than deflating it. */
const LARGE = 1 << 17;

/** Writes a zip, member by member; more than 65,535 members or 4 GB make it Zip64. */
export async function writeZip(target: string, members: ZipMembers): Promise<void> {
  await pipeline(Readable.from(zipBytes(members)), createWriteStream(target));
}

/** The bytes of a small zip, the same whenever it is made. */
export async function zipOf(members: ZipMembers): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipBytes(members)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A member ready to be written. */
interface Packed {
  entry: Entry;
  bytes: Uint8Array;
}

async function* zipBytes(members: ZipMembers): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { entry, bytes } of ahead(members)) {
    const header = localHeader(entry);
    directory.push(directoryLine({ ...entry, offset }));
    offset += header.length + bytes.length;
    yield header;
    yield bytes;
  }
  yield* directory;
  const length = directory.reduce((sum, line) => sum + line.length, 0);
  yield endOfDirectory(directory.length, offset, length);
}

/** Members in their order, some being packed while another is written. */
async function* ahead(members: ZipMembers): AsyncGenerator<Packed> {
  const waiting: Promise<Packed>[] = [];
  for await (const member of members) {
    const packed = pack(member);
    // Its failure is met when its turn comes.
    packed.catch(() => undefined);
    waiting.push(packed);
    const first = waiting.length < AT_ONCE ? undefined : waiting.shift();
    if (first) yield await first;
  }
  for (const packed of waiting) yield await packed;
}

async function pack({ name, content, compress }: ZipMember): Promise<Packed> {
  const given =
    content instanceof Uint8Array
      ? content
      : typeof content === 'function'
        ? await content()
        : await readFile(content.file);
  const { bytes, ...known } = given instanceof Uint8Array ? await packedContent(given, compress) : given;
  return { entry: { name: Buffer.from(name), ...known, deflated: bytes.length, offset: 0 }, bytes };
}

async function packedContent(raw: Uint8Array, compress: boolean): Promise<PackedContent> {
  const deflated = (): Uint8Array | Promise<Uint8Array> =>
    raw.length < LARGE ? deflateRawSync(raw) : deflatedInPool(raw);
  const small = compress && raw.length > 0 ? await deflated() : raw;
  const [method, bytes] = small.length < raw.length ? ([8, small] as const) : ([0, raw] as const);
  return { method, crc: crc32(raw), size: raw.length, bytes };
}
