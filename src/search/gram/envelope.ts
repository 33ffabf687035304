import { ByteReader, ByteWriter } from './bytes.ts';
import { checksum } from './hash.ts';
import type { Deflate } from './types.ts';

/** Every file of the index: four bytes of checksum, then the content, deflated together. A cut or damaged file is always noticed. */
export function seal(content: Uint8Array, deflate: Deflate): Uint8Array {
  const writer = new ByteWriter(content.length + 4);
  writer.uint32(checksum(content));
  writer.append(content);
  return deflate(writer.view());
}

/** The content of a sealed file. @throws where the file is cut or damaged. */
export async function unseal(sealed: Uint8Array): Promise<Uint8Array> {
  // Not through a Blob: browsers keep those in another process, and asking for one takes longer than inflating it.
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const [buffer] = await Promise.all([
    new Response(readable).arrayBuffer(),
    writer.write(Uint8Array.from(sealed)),
    writer.close(),
  ]);
  const bytes = new Uint8Array(buffer);
  const content = bytes.subarray(4);
  if (bytes.length < 4 || new ByteReader(bytes).uint32() !== checksum(content))
    throw new Error('checksum mismatch');
  return content;
}
