import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Folders and files of the project, lowest first: a module imports from its own line and from those above it only. Tests, and what
 * only they use, import from anywhere.
 */
const LAYERS: readonly string[] = [
  'src/errors.ts',
  'src/hash.ts',
  'src/version.ts',
  'src/time-slice.ts',
  'src/terminal.ts',
  'src/progress.ts',
  'src/nearest.ts',
  'src/repair-rules.ts',
  'src/fidelity.ts',
  'src/locales',
  'src/charts',
  'src/text',
  'src/settings.ts',
  'src/types.ts',
  'src/report.ts',
  'src/files',
  'src/dialects',
  'src/clean',
  'src/article',
  // Folding, which matching and searching share.
  'src/search/gram/bytes.ts',
  'src/search/gram/character-class.ts',
  'src/search/gram/packed-numbers.ts',
  'src/search/gram/fold-table.ts',
  'src/search/gram/fold-cluster.ts',
  'src/search/gram/soft-separators.ts',
  'src/search/gram/fold.ts',
  'src/topics',
  'src/related',
  'src/study',
  'src/archive',
  'src/search',
  'src/offline/format.ts',
  'src/zip',
  'src/cache',
  'src/media',
  'src/references',
  'src/offline/disk-layout.ts',
  'src/offline/bytes-text.ts',
  'src/client',
  'src/assets',
  'src/offline',
  'src/pages',
  'src/exporters',
  'src/site',
  'src/workers',
  'src/pipeline',
  'src/packages',
  'src/deploy',
  'src/e2e',
  'src/rescue',
  'src/bench',
  'src/torture',
  'scripts',
];

/** The layers that browser code may use. */
const FOR_BROWSERS = [
  'src/search',
  'src/offline/format.ts',
  'src/offline/disk-layout.ts',
  'src/offline/bytes-text.ts',
  'src/article/passages.ts',
  'src/text/authors.ts',
  'src/locales',
  'src/charts',
  'src/client',
];
/** Those that may use browser code. */
const USES_CLIENT = ['src/client', 'src/assets', 'src/bench'];

/** Packages that one part of the project knows, with that part. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  '@11ty/eleventy': ['src/site', 'src/bench/peers'],
  send: ['src/site'],
  nunjucks: ['src/site'],
  pagefind: ['src/search/pagefind.ts'],
  satteri: ['src/article/native-parser.ts'],
  tinypool: ['src/workers'],
  esbuild: ['src/assets', 'scripts'],
  'opencc-js': ['scripts'],
  cnchar: ['scripts'],
  '@monyone/aho-corasick': ['src/topics/matcher.ts'],
  'pinyin-pro': ['src/text/pinyin.ts'],
  'd3-array': ['src/charts'],
  'd3-path': ['src/charts'],
  'd3-scale': ['src/charts'],
  re2js: ['src/search/gram/matcher.ts'],
  'playwright-core': ['src/e2e', 'src/bench'],
};

interface Import {
  from: string;
  /** Path of a module of the project, or the name of a package. */
  to: string;
  isOwn: boolean;
}

const IMPORT = /\b(?:from|import)\s*\(?\s*'([^']+)'/g;
/** Tests and what only they use. */
const FOR_TESTS = /\.test\.ts$|\/testing(?:\.ts$|\/)|\/golden\.ts$/;

/** The package of a specifier: `opencc-js` of `opencc-js/dict/x`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier[0] === '@' ? 2 : 1).join('/');

const modules = ['src', 'scripts'].flatMap((dir) =>
  readdirSync(path.join(PROJECT, dir), { recursive: true, encoding: 'utf8' })
    .map((file) => `${dir}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !FOR_TESTS.test(file)),
);
const imports: readonly Import[] = modules.flatMap((from) =>
  [...readFileSync(path.join(PROJECT, from), 'utf8').matchAll(IMPORT)].map(([, specifier = '']) => {
    if (specifier === '#locale') return { from, to: 'src/locales/zh-Hans.ts', isOwn: true };
    const isOwn = specifier.startsWith('.');
    return {
      from,
      to: isOwn ? path.posix.join(path.posix.dirname(from), specifier) : packageOf(specifier),
      isOwn,
    };
  }),
);
const own = imports.filter(({ isOwn }) => isOwn);
const said = ({ from, to }: Import): string => `${from} imports ${to}`;

/** Whether a file is a part of the project or lies in it. */
const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
/** The line of the table that a file belongs to: of a file named there before that of its folder. */
function layerOf(file: string): number {
  const named = LAYERS.indexOf(file);
  return named === -1 ? LAYERS.findIndex((layer) => isIn(file, layer)) : named;
}

test('every module belongs to a layer', () => {
  assert.deepEqual(
    modules.filter((file) => layerOf(file) === -1),
    [],
  );
});

test('a module imports from its own layer and from lower ones only', () => {
  const upward = own.filter(({ from, to }) => !from.startsWith('src/client/') && layerOf(to) > layerOf(from));
  assert.deepEqual(upward.map(said), []);
});

test('browser code imports what is made for browsers, and only bundling, benches and tests import it', () => {
  const foreign = own.filter(({ from, to }) =>
    isIn(from, 'src/client')
      ? !FOR_BROWSERS.some((part) => isIn(to, part))
      : isIn(to, 'src/client') && !USES_CLIENT.some((part) => isIn(from, part)),
  );
  assert.deepEqual(foreign.map(said), []);
});

test('no modules import each other in a circle', () => {
  const targets = new Map(modules.map((file) => [file, [] as string[]]));
  for (const { from, to } of own) targets.get(from)?.push(to);
  const finished = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, trail: readonly string[]): void => {
    const begin = trail.indexOf(file);
    if (begin !== -1) circles.push([...trail.slice(begin), file].join(' → '));
    if (begin !== -1 || finished.has(file)) return;
    for (const next of targets.get(file) ?? []) follow(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of modules) follow(file, []);
  assert.deepEqual(circles, []);
});

test('a package is known to one part of the project', () => {
  const strays = imports.filter(({ from, to, isOwn }) => {
    const parts = isOwn ? undefined : VENDORS[to];
    return parts && !parts.some((part) => isIn(from, part));
  });
  assert.deepEqual(strays.map(said), []);
});
