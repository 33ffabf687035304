import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';

/** The list, below the content directory, of pictures that were fetched: address → file, relative to the content directory. */
export const RESCUED_LIST = 'media/rescued.json';

const listSchema = z.record(z.string(), z.string());

/**
 * Reads which pictures of other hosts lie in a content folder; none where there is no list.
 * @throws {UserError} where the list cannot be used
 */
export async function readRescued(contentDir: string): Promise<ReadonlyMap<string, string>> {
  const file = path.join(contentDir, RESCUED_LIST);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw new UserError(`${file}: cannot be read (${(cause as Error).message})`, { cause });
  }
  try {
    return new Map(Object.entries(listSchema.parse(JSON.parse(text))));
  } catch (cause) {
    throw new UserError(
      `${file}: is no list of addresses and files; delete it, or run npm run rescue-images again`,
      { cause },
    );
  }
}
