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
  const stream = new Blob([Uint8Array.from(sealed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const content = bytes.subarray(4);
  let sum = 0;
  for (let i = 3; i >= 0; i--) sum = sum * 256 + (bytes[i] ?? 0);
  if (bytes.length < 4 || sum !== checksum(content)) throw new Error('checksum mismatch');
  return content;
}
