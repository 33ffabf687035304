import { createHash, hash } from 'node:crypto';

/** SHA-256 (hex) of bytes, or of a text's UTF-8: tells whether two files are the same. */
export const hashOf = (bytes: string | Uint8Array): string => hash('sha256', bytes);

/** Key (hex SHA-256) of everything that something is made from, its parts told apart by their lengths: while it stays the same, nothing has to be made again. */
export function keyOf(...parts: (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
