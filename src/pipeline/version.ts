import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What turns bytes into articles: a change here makes cached articles worthless. */
const READER = [
  'src/article',
  'src/clean',
  'src/text',
  'src/archive/duplicates.ts',
  'src/archive/ids.ts',
  'src/archive/paths.ts',
  'src/hash.ts',
  'src/types.ts',
  'src/workers/read-worker.ts',
  'src/cache/store.ts',
  'src/cache/repair-texts.ts',
  'src/cache/checked-file.ts',
  'package-lock.json',
];
/** What turns articles into pages, besides the layouts. */
const PAGES = ['src/archive', 'src/pages', 'src/site', 'src/locales', 'src/settings.ts', 'package-lock.json'];

/** What the styles and browser scripts are bundled from. */
export const BUNDLED = [
  'src/styles',
  'src/client',
  'src/search',
  'src/article',
  'src/locales',
  'src/assets',
  'package-lock.json',
];

/** Hex SHA-256 of some texts, told apart by their lengths. */
export function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** All files below a folder of the project (or the one file named), tests and fixtures left out, in code unit order. */
function sources(name: string): string[] {
  const absolute = path.join(PROJECT, name);
  if (/\.\w+$/.test(name)) return [absolute];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file) && !/\.test\.ts$|(^|[\\/])fixtures[\\/]/.test(file))
    .sort()
    .map((file) => path.join(absolute, file));
}

/** Digest of a set of source files: their names and contents. */
function digestOf(names: readonly string[]): string {
  const files = names.flatMap(sources);
  return digest(...files.flatMap((file) => [path.relative(PROJECT, file), readFileSync(file)]));
}

/** Digests of code that this process runs. It goes on running it when a file changes, so the digests stay as they are too. */
const running = new Map<string, string>();

function runningCode(names: readonly string[]): string {
  const key = names.join();
  const found = running.get(key) ?? digestOf(names);
  running.set(key, found);
  return found;
}

/** Digest of the code that reads articles. */
export const readerCode = (): string => runningCode(READER);
/** Digest of the code that makes pages. */
export const pageCode = (): string => runningCode(PAGES);
/** Digest of the code that makes feeds and data, besides that of the pages. */
export const exporterCode = (): string => runningCode(['src/exporters']);
/** Digest of everything that makes a tree of articles: the code that runs, and what is read anew by every build. */
export const allCode = (): string =>
  digest(runningCode(['src', 'package-lock.json']), digestOf(['layouts', ...BUNDLED]));

/** Digest of other parts of the project, by their paths. */
export const codeOf = (...names: string[]): string => digestOf(names);

/** What a Nunjucks file takes in from others. */
const TAKES_IN = /\{%-?\s*(?:extends|include|from|import)\s+["']([^"']+)["']/g;

/**
 * Digest of each layout with everything it takes in, so that a changed layout costs only its own pages.
 * @returns a function from a file name in `layouts/` to the digest
 */
export function layoutDigests(): (layout: string) => string {
  const known = new Map<string, string>();
  const collect = (name: string, seen: Map<string, string>): void => {
    if (seen.has(name)) return;
    const text = readFileSync(path.join(PROJECT, 'layouts', name), 'utf8');
    seen.set(name, text);
    for (const [, other = ''] of text.matchAll(TAKES_IN)) collect(other, seen);
  };
  return (layout) => {
    const found = known.get(layout);
    if (found) return found;
    const seen = new Map<string, string>();
    collect(layout, seen);
    const made = digest(...[...seen].sort(([a], [b]) => (a < b ? -1 : 1)).flat());
    known.set(layout, made);
    return made;
  };
}
