import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { IANAZone } from 'luxon';
import { isNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { UserError } from './errors.ts';
import { languages, locales } from './locales/index.ts';
import { nearest } from './nearest.ts';
import { CLEANING_RULES } from './repair-rules.ts';
import { decodeSettings } from './text/decode.ts';

/** `content/archive.yml`: every field may be left out, so that a folder without the file is an archive too. */
const fields = z.strictObject({
  /** Language of the interface. */
  language: z.enum(languages).default('zh-Hans'),
  /** The archive's name: wordmark, titles, feeds. */
  title: z.string().trim().min(1).optional(),
  /** One or two sentences: home page, description of the feeds. */
  description: z.string().trim().optional(),
  /** Address the site is published at, with sub-path, e.g. `https://example.org/archive/`. Needed by feeds and sitemap only: all links are relative. */
  origin: z
    .string()
    .superRefine((url, context) => {
      const message = originFault(url);
      if (message) context.addIssue({ code: 'custom', message });
    })
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
    .refine((name) => IANAZone.isValidZone(name), {
      error: 'expected an IANA time zone such as Asia/Shanghai',
    })
    .default('Asia/Shanghai'),
  /** `original`: `<link rel=canonical>` of an article names the page it was taken from; `self`: its own page. */
  canonical: z.enum(['original', 'self']).default('self'),
  /** Pictures of other hosts: `ask` loads one when the reader follows its link; `load` shows them at once. */
  images: z.enum(['ask', 'load']).default('ask'),
  /** Line ends inside a paragraph: `auto` keeps those of verse, dialogue and labels and joins wrapped prose; `keep` and `join` do so everywhere. */
  lineBreaks: z.enum(['auto', 'keep', 'join']).default('auto'),
  /** Publishes what its source calls a draft. */
  drafts: z.boolean().default(false),
  /** Files and folders to leave out, as in a `.gitignore`: `ignore: [notes/, "!LICENSE.md"]`. */
  ignore: z.array(z.string().min(1)).default([]),
  /** ICP number, shown in the footer with its link. */
  icp: z.string().trim().nullable().default(null),
  /** 公安备案 number, shown in the footer with its link. */
  gongan: z.string().trim().nullable().default(null),
  /** Offline reading: a service worker, and packs to save the archive with, which take about as much room as the pages deflated. */
  offline: z.boolean().default(true),
  /** The source of each article as a file beside its page, `.md` for `.html`: `auto` up to 2,000 articles. They are in `articles.jsonl.gz` always. */
  twins: z.enum(['auto', 'on', 'off']).default('auto'),
  topics: z
    .strictObject({
      /** The list of companies, products, people and fields that comes with the program: `shipped: false` leaves tags and `topics.yml`. */
      shipped: z.boolean().default(true),
    })
    .prefault({}),
  search: z
    .strictObject({
      /** Word search by Pagefind: `auto` takes the title of each article and as much of its text as there is room for, `on` all text. */
      pagefind: z.enum(['auto', 'on', 'off']).default('auto'),
    })
    .prefault({}),
  /** Cleaning rules to switch off: `clean: { repeated-paragraph: false }`. */
  clean: z.partialRecord(z.enum(CLEANING_RULES), z.boolean()).default({}),
});

/**
 * The reason why an address cannot be that of a site; null where it can. Its path stands in files of servers and hosts, each with
 * its own quoting: it is held to what none of them has to quote.
 */
function originFault(written: string): string | null {
  if (!URL.canParse(written) || !/^https?:/i.test(written)) return 'Invalid URL';
  const { username, password, pathname } = new URL(written);
  if (username || password || written.includes('@'))
    return 'Unexpected name or password, expected an address without';
  if (/[?#]/.test(written)) return 'Unexpected ? or #, expected an address that ends with its path';
  try {
    const path = decodeURIComponent(pathname);
    // An encoded slash would come back as a plain one.
    const isPlain = encodeURI(path).toLowerCase() === pathname.toLowerCase();
    if (
      isPlain &&
      /^(?:\/[\p{L}\p{M}\p{N}._~-]+)*\/*$/u.test(path) &&
      /^https?:\/\/[^/%\\\s\p{Cc}]+(?:\/[^\\\s\p{Cc}]*)?$/iu.test(written)
    )
      return null;
  } catch {
    // No UTF-8.
  }
  return 'Unexpected character, expected a path of letters, digits and . _ ~ - such as https://example.org/archive/';
}

/** Checks settings and puts in what they leave out. */
export const settingsSchema = fields.transform((settings) => ({
  ...settings,
  title: settings.title ?? locales[settings.language].archive.title,
  description: settings.description ?? locales[settings.language].archive.description,
}));

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
    text = decodeSettings(await readFile(file));
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
  const document = orSentence(file, () => parseDocument(text, { prettyErrors: false }));
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const [syntax] = document.errors;
  if (syntax)
    throw new UserError(
      `${file}:${lineOf(syntax.pos[0])} error settings-yaml: Unexpected YAML: ${syntax.message}`,
    );
  const result = settingsSchema.safeParse(orSentence(file, () => document.toJS()) ?? {});
  if (result.success) return result.data;
  const messageAt = (place: readonly string[], message: string): string => {
    const node = document.getIn(place, true);
    const [start = 0] = isNode(node) ? (node.range ?? []) : [];
    return `${file}:${lineOf(start)} error settings: ${message}`;
  };
  const lines = result.error.issues.flatMap((issue) => {
    const place = issue.path.map(String);
    const name = place.join('.') || SETTINGS_FILE;
    if (issue.code !== 'unrecognized_keys') return messageAt(place, `${name}: ${issue.message}`);
    return issue.keys.map((key) => messageAt([...place, key], `${name}: ${unknownField(key, name)}`));
  });
  throw new UserError(lines.join('\n'));
}

/** The outcome of work on YAML that gives up where it nests too deeply, or has aliases of aliases. @throws {UserError} then */
function orSentence<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new UserError(`${file}:1 error settings-yaml: Unexpected YAML: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** Names that may stand in a map of the settings. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  [SETTINGS_FILE]: Object.keys(fields.shape),
  topics: ['shipped'],
  search: ['pagefind'],
  clean: CLEANING_RULES,
};

function unknownField(written: string, map: string): string {
  const names = NAMES[map] ?? [];
  const meant = nearest(written, names);
  return `Unexpected field ${written}, ${meant ? `did you mean ${meant}?` : `expected one of ${names.join(', ')}`}`;
}
