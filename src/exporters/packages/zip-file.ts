import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of a zip. */
export interface ZipMember {
  name: string;
  /** Bytes, or where they lie, or how they are made when the member's turn has come. */
  content: Uint8Array | { file: string } | (() => Promise<Uint8Array>);
  /** False for what is compressed already. */
  compress: boolean;
}

/** The oldest moment a zip can hold, in local time, which is how zip counts: the same bytes on every machine. */
const MTIME = new Date(1980, 0, 1);
const MODE = 0o100644;

/**
 * Writes a zip, member by member; more than 65,535 members or 4 GB become Zip64 by themselves.
 * @param onMember called when a member's turn has come
 */
export async function writeZip(
  target: string,
  members: Iterable<ZipMember>,
  onMember: () => void,
): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error) => output.destroy(error));
  for (const member of members) add(zip, member, onMember);
  zip.end();
  await pipeline(output, createWriteStream(target));
}

function add(zip: ZipFile, { name, content, compress }: ZipMember, onMember: () => void): void {
  // The DOS time alone: EPUB readers want no extra field before the media type.
  const options = { mtime: MTIME, mode: MODE, compress, forceDosTimestamp: true };
  if (content instanceof Uint8Array) {
    zip.addBuffer(Buffer.from(content), name, options);
    return;
  }
  zip.addReadStreamLazy(name, options, (give) => {
    onMember();
    if (typeof content === 'object') give(null, createReadStream(content.file));
    else
      content().then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: unknown) => give(error, Readable.from([])),
      );
  });
}
