import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from './hash.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Sources that run in browsers: bundled anew by each build, under names that say their content. */
const BROWSER = ['src/client', 'src/styles'];
/** Sources that no build runs. */
const NOT_RUN =
  /(?:^|\/)(?:fixtures|testing)\/|\/testing\.ts$|\.test\.ts$|^src\/(?:bench|e2e|client|styles)\//;

/** Key of some source files: their names and contents. Read anew at each call. */
const sourceKey = (files: readonly string[]): string =>
  keyOf(...files.flatMap((file) => [file, readFileSync(path.join(PROJECT, file))]));

const filesOf = (dir: string): string[] =>
  readdirSync(path.join(PROJECT, dir), { recursive: true, encoding: 'utf8' })
    .map((file) => `${dir}/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.\w+$/.test(file))
    .sort();

let program: string | null = null;

/**
 * Key of everything a build runs: any change of it makes all anew. A process goes on running what it was started with, so this is
 * found out once.
 */
export function programKey(): string {
  program ??= sourceKey([...filesOf('src').filter((file) => !NOT_RUN.test(file)), 'package-lock.json']);
  return program;
}

/** Key of the bundles for browsers. */
export const browserKey = (): string =>
  keyOf(programKey(), sourceKey(BROWSER.flatMap(filesOf).filter((file) => !/\.test\.ts$/.test(file))));

/** Names of the files that a Nunjucks file takes in. */
const TAKES_IN = /\{%-?\s*(?:extends|include|from|import)\s+["']([^"']+)["']/g;

/** Keys of all layouts, each with everything it takes in: a changed layout costs only its own pages. */
export function layoutKeys(): ReadonlyMap<string, string> {
  const files = filesOf('layouts').map((file) => file.replace('layouts/', ''));
  const texts = new Map(
    files.map((file) => [file, readFileSync(path.join(PROJECT, 'layouts', file), 'utf8')]),
  );
  const collect = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const [, other = ''] of (texts.get(name) ?? '').matchAll(TAKES_IN)) collect(other, seen);
    return seen;
  };
  return new Map(
    files.map((file) => [
      file,
      keyOf(...[...collect(file, new Set())].sort().flatMap((name) => [name, texts.get(name) ?? ''])),
    ]),
  );
}
