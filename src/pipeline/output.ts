import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import { listFiles } from '../files/list-files.ts';
import { isWithin } from '../files/scan.ts';
import { SHARD_FILE } from './shard.ts';

/** Marks a directory as one that builds have written to. */
export const MARKER = '.jiuwen';
const MARKER_TEXT =
  'Jiuwen made files in this folder. The next build replaces them, and leaves all others alone.';

/** The files of an output directory; names that begin with a dot are left out: these are never ours. */
export interface Output {
  /** Those that earlier builds made: only these are replaced or removed. */
  owned: ReadonlySet<string>;
  foreign: string[];
}

/**
 * Makes sure that an output is apart from the articles.
 * @throws {UserError} where it stands among them or holds them: the next build would read its Markdown twins
 */
export function checkPlaces(outDir: string, contentDir: string): void {
  const [out, content] = [realPath(outDir), realPath(contentDir)];
  if (isWithin(content, out))
    throw new UserError(
      `${outDir}: the output may not be the content directory or hold it; choose another --out`,
    );
  if (isWithin(out, content))
    throw new UserError(
      `${outDir}: the output may not stand in the content directory; choose another --out, or move the articles into a folder of their own`,
    );
}

/**
 * Finds out what is ours in an output directory.
 * @param adopt whether files of our form are taken over though no list names them: a clone, or the work of another machine
 * @throws {UserError} where the directory is somebody else's
 */
export function claimOutput(outDir: string, adopt: boolean): Output {
  let names: string[];
  try {
    names = readdirSync(outDir);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { owned: new Set(), foreign: [] };
    throw new UserError(`${outDir}: cannot be used for the output (${reasonOf(cause)})`, { cause });
  }
  const present = listFiles(outDir).filter((file) => file === SHARD_FILE || !/(?:^|\/)\./.test(file));
  if (present.length > 0 && !names.includes(MARKER))
    throw new UserError(
      `${outDir}: is not empty and was not made by Jiuwen; choose another --out or empty it yourself`,
    );
  const listed = readOwned(outDir);
  const isOurs = (file: string): boolean => (listed?.has(file) ?? false) || (adopt && isOfOurForm(file));
  const [owned, foreign] = [present.filter(isOurs), present.filter((file) => !isOurs(file))];
  if (listed || adopt || present.length === 0) return { owned: new Set(owned), foreign };
  const likely = present.filter((file) => isOfOurForm(file));
  const others = present.filter((file) => !isOfOurForm(file));
  throw new UserError(
    `${outDir}: was made by Jiuwen, but not from here (there is no ${besideOutput(outDir, 'files.txt')}): a clone, or made on another machine.\n` +
      `With --adopt, ${likely.length} files that have names of ours are taken over, and those that this build does not make are removed: ${examples(likely)}.\n` +
      `The other ${others.length} stay: ${examples(others)}; so does every name that begins with a dot. Build with --adopt, or choose another --out.`,
  );
}

/** The files of a site, by their names: taken over where no list tells and somebody says so. */
const OUR_FORMS = [
  /^(?:\d{4}|undated|authors|topics|threads|list|days)\/.*\.(?:html|md|xml)$/,
  /^(?:feed|sitemap)\/\d+\.xml$|^icons\/(?:icon|maskable)(?:-\d+)?\.(?:svg|png)$/,
  /^assets\/\w+-[0-9a-f]{10}\.(?:js|css)$|^(?:search|pagefind|offline)\//,
  /^(?:index|404|about|repairs|search|time|overview|trends|offline|unsaved)\.html$|^sw\.js$/,
  /^(?:report|manifest|feed|articles\.schema)\.json$|^articles(?:-\d+)?\.jsonl\.gz$/,
  /^(?:feed|sitemap|opensearch)\.xml$|^(?:robots|llms)\.txt$|^site\.webmanifest$|^\.shard\.json$/,
];
const isOfOurForm = (file: string): boolean => OUR_FORMS.some((form) => form.test(file));

/** The first few names of many, with those below a folder together. */
function examples(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const name = file.replace(/\/.*/, '/');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].map(([name, count]) => (count > 1 ? `${name} (${count})` : name));
  const rest = names.length - SHOWN;
  return names.length === 0
    ? 'none'
    : names.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
const SHOWN = 12;

/**
 * Path of a file that tells of an output and is not part of it: beside it, or, where that is another file system (a Docker volume), in it under a
 * name that begins with a dot.
 */
export function besideOutput(outDir: string, name: string): string {
  return isMount(outDir) ? path.join(outDir, `${MARKER}-${name}`) : `${outDir}-${name}`;
}

/** True for an existing directory whose parent lies on another file system. */
export function isMount(outDir: string): boolean {
  const real = realPath(outDir);
  return existsSync(real) && statSync(real).dev !== statSync(path.dirname(real)).dev;
}

/** A path without symbolic links; as it is where there is nothing yet. */
export const realPath = (place: string): string => (existsSync(place) ? realpathSync(place) : place);

/** Keeps the list of the files that are ours, one a line. */
export const writeOwned = (outDir: string, files: Iterable<string>): void =>
  writeFileSync(besideOutput(outDir, 'files.txt'), [...files, ''].join('\n'));

/** The list of the files that are ours; null where there is none. */
function readOwned(outDir: string): Set<string> | null {
  const list = besideOutput(outDir, 'files.txt');
  return existsSync(list) ? new Set(readFileSync(list, 'utf8').split('\n')) : null;
}

/**
 * Marks the output directory as one that builds write to.
 * @param stamp what state the tree is in, so that a record that knows another state is not trusted
 */
export function markOutput(outDir: string, stamp: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(path.join(outDir, MARKER), `${MARKER_TEXT}\n${stamp}\n`);
}

/** The stamp of the output directory; null where it has none. */
export function readStamp(outDir: string): string | null {
  try {
    return readFileSync(path.join(outDir, MARKER), 'utf8').trimEnd().split('\n')[1] ?? '';
  } catch {
    return null;
  }
}
