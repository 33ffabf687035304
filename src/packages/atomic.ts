import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { unwritable } from './unwritable.ts';

/**
 * Makes a file or folder under another name and gives it its own when it is complete: nobody takes half a package for one.
 * @param make writes to the path it is given
 * @throws {UserError} where the disk is full or may not be written to; what was there before stays
 */
export async function makeAtomically(
  target: string,
  make: (partial: string) => Promise<void>,
): Promise<string> {
  const partial = path.join(path.dirname(target), `.${path.basename(target)}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await make(partial);
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    return target;
  } catch (cause) {
    throw unwritable(cause, target) ?? cause;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
