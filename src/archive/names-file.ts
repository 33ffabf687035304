import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { decodeSettings } from '../text/decode.ts';

/** Files inside the content directory that map a name to others that mean the same, with an example of what they hold. */
export const NAMES_FILES = {
  topics: { file: 'topics.yml', example: '«腾讯: [Tencent, 微信]»' },
  authors: { file: 'authors.yml', example: '«John Paul: [JohnPaul, john paul]»' },
} as const;

/** A name as YAML gives it: `360` without quotes is a number. */
const nameSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().trim().min(1));
const namesSchema = z.map(nameSchema, z.array(nameSchema).nullable());

/** The texts of all names files of a content directory, for keys; an empty text where there is none. */
export const readNamesTexts = async (contentDir: string): Promise<string[]> =>
  Promise.all(
    Object.values(NAMES_FILES).map(async ({ file }) => (await readText(path.join(contentDir, file))) ?? ''),
  );

/** The text of a names file and its path; null where there is none. */
export async function readNamesText(
  contentDir: string,
  kind: keyof typeof NAMES_FILES,
): Promise<{ path: string; text: string | null }> {
  const file = path.join(contentDir, NAMES_FILES[kind].file);
  return { path: file, text: await readText(file) };
}

/**
 * Reads a names file (a name → its other names) of a content directory; nothing where there is none.
 * @throws {UserError} where the file is not such a map
 */
export async function readNames(
  contentDir: string,
  kind: keyof typeof NAMES_FILES,
): Promise<Map<string, string[]>> {
  const { file, example } = NAMES_FILES[kind];
  const text = await readText(path.join(contentDir, file));
  if (text === null) return new Map();
  try {
    const names = namesSchema.parse(parse(text, { mapAsMap: true }) ?? new Map());
    return new Map([...names].map(([name, others]) => [name, others ?? []]));
  } catch (cause) {
    throw new UserError(
      `${path.join(contentDir, file)}:1 error ${kind}: Unexpected content, expected a map of names to lists of other names for them, such as ${example}`,
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
