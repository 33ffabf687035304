import { ByteWriter } from './bytes.ts';
import { checksum } from './digest.ts';
import type { Deflate } from './types.ts';

/** Every file of the index: four bytes of checksum, then the content, deflated together. A cut or damaged file is always noticed. */
export function seal(content: Uint8Array, deflate: Deflate): Uint8Array {
  const writer = new ByteWriter(content.length + 4);
  const sum = checksum(content);
  for (let shift = 0; shift < 32; shift += 8) writer.byte((sum >>> shift) & 255);
  writer.append(content);
  return deflate(writer.view());
}

/**
 * The content of a sealed file.
 * @throws where the file is cut or damaged.
 */
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
  let sum = 0;
  for (let i = 3; i >= 0; i--) sum = sum * 256 + (bytes[i] ?? 0);
  if (bytes.length < 4 || sum !== checksum(content)) throw new Error('checksum mismatch');
  return content;
}
