import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { UserError } from './errors.ts';

/** True for a name `Intl` knows as a time zone. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `content/archive.yml`: every field has a default, so that a folder without the file is an archive too. */
export const settingsSchema = z.strictObject({
  /** The archive's name: wordmark, titles, feeds. */
  title: z.string().trim().min(1).default('旧闻'),
  /** One or two sentences: home page, description of the feeds. */
  description: z.string().trim().default('中文科技新闻档案：可读、可搜、可离线保存。'),
  /** Address the site is published at, with sub-path, e.g. `https://example.org/archive/`. Needed by feeds and sitemap only: all links are relative. */
  origin: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/*$/, '/'))
    .nullable()
    .default(null),
  /** Who keeps the archive: footer, feeds. */
  maintainer: z.string().trim().nullable().default(null),
  /** Licence or rights statement of the articles: about page, feeds, data exports. */
  licence: z.string().trim().nullable().default(null),
  /** IANA time zone of times written without one. */
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'expected an IANA time zone such as Asia/Shanghai' })
    .default('Asia/Shanghai'),
  /** `original`: `<link rel=canonical>` of an article names the page it was taken from; `self`: its own page. */
  canonical: z.enum(['original', 'self']).default('self'),
  /** Pictures of other hosts: `ask` loads one when the reader follows its link; `load` shows them at once. */
  images: z.enum(['ask', 'load']).default('ask'),
  /** ICP number, shown in the footer with its link. */
  icp: z.string().trim().nullable().default(null),
  /** 公安备案 number, shown in the footer with its link. */
  gongan: z.string().trim().nullable().default(null),
  /** Offline reading: a service worker, and packs to save the archive with, which take about as much room as the pages deflated. */
  offline: z.boolean().default(true),
  search: z
    .strictObject({
      /** Word search by Pagefind: `auto` builds it up to 20 million characters of text. */
      pagefind: z.enum(['auto', 'on', 'off']).default('auto'),
    })
    .prefault({}),
  /** Cleaning rules to switch off: `clean: { repeated-paragraph: false }`. */
  clean: z.record(z.string(), z.boolean()).default({}),
});

/** The checked settings of one archive. */
export type Settings = z.infer<typeof settingsSchema>;

/** Name of the settings file inside the content directory. */
export const SETTINGS_FILE = 'archive.yml';

/**
 * Reads and checks `archive.yml` of a content directory; defaults where there is none.
 * @throws {UserError} with one line per mistake (`archive.yml:3:1 …`) where the file cannot be used.
 */
export async function readSettings(contentDir: string): Promise<Settings> {
  const file = path.join(contentDir, SETTINGS_FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return settingsSchema.parse({});
    throw new UserError(`${file}: cannot be read (${(cause as Error).message})`, { cause });
  }
  return parseSettings(text, file);
}

/**
 * Checks the text of a settings file.
 * @param file name for messages
 * @throws {UserError} with one line per mistake.
 */
export function parseSettings(text: string, file: string): Settings {
  const document = parseDocument(text, { prettyErrors: false });
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const [syntax] = document.errors;
  if (syntax)
    throw new UserError(
      `${file}:${lineOf(syntax.pos[0])} error settings-yaml: Unexpected YAML: ${syntax.message}`,
    );
  const result = settingsSchema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const key = issue.path.map(String);
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const node = document.getIn(names[0] ? [...key, names[0]] : key, true);
    const range =
      node && typeof node === 'object' && 'range' in node ? (node.range as number[] | null) : null;
    const where = `${file}:${range?.[0] === undefined ? 1 : lineOf(range[0])}`;
    const what = names.length
      ? `Unexpected field ${names.join(', ')}, expected one of the fields in README.md`
      : issue.message;
    return `${where} error settings: ${key.join('.') || 'archive.yml'}: ${what}`;
  });
  throw new UserError(lines.join('\n'));
}
