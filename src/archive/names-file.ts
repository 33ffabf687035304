import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { decodeSettings } from '../text/decode.ts';
import { nameSchema, namesSchema } from '../topics/topics-file.ts';

/** Files inside the content directory that map a name to others that mean the same. */
export const NAMES_FILES = { topics: 'topics.yml', authors: 'authors.yml' } as const;

const authorsSchema = z.map(nameSchema, namesSchema);

/** The texts of all names files of a content directory, for keys; an empty text where there is none. */
export const readNamesTexts = async (contentDir: string): Promise<string[]> =>
  Promise.all(
    Object.values(NAMES_FILES).map(async (file) => (await readText(path.join(contentDir, file))) ?? ''),
  );

/** The text of a names file and its path; null where there is none. */
export async function readNamesText(
  contentDir: string,
  kind: keyof typeof NAMES_FILES,
): Promise<{ path: string; text: string | null }> {
  const file = path.join(contentDir, NAMES_FILES[kind]);
  return { path: file, text: await readText(file) };
}

/**
 * Reads the authors file (a name → its other spellings) of a content directory; nothing where there is none.
 * @throws {UserError} where the file is not such a map
 */
export async function readAuthorNames(contentDir: string): Promise<Map<string, string[]>> {
  const { path: file, text } = await readNamesText(contentDir, 'authors');
  try {
    return authorsSchema.parse(parse(text ?? '', { mapAsMap: true }) ?? new Map());
  } catch (cause) {
    throw new UserError(
      `${file}:1 error authors: Unexpected content, expected a map of names to lists of other names for them, such as «John Paul: [JohnPaul, john paul]»`,
      { cause },
    );
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return decodeSettings(await readFile(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`${file}: cannot be read (${(cause as Error).message})`, { cause });
  }
}
