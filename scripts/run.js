// Runs a command of this folder: `node scripts/run.js build --content DIR`.
// The program is compiled into one folder first, once a version: Node then starts it in a quarter of the time that loading a thousand
// modules and translating ours takes. Plain JavaScript, because it is what has to run before any TypeScript can.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const COMPILED = path.join(PROJECT, 'node_modules', '.cache', 'jiuwen');
/** The commands, by the npm scripts that start them. */
const COMMANDS = Object.values(
  JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')).scripts,
).flatMap((line) => /scripts\/run\.js ([\w-]+)/.exec(line)?.[1] ?? []);
/** The modules that worker processes are started with. */
const WORKER = /^src\/workers\/[\w-]+-worker\.ts$/;
/** Name of Eleventy's bundle in the compiled folder. */
const ELEVENTY = 'eleventy';
/** Days after which compiled code of another version is removed: something older may still be running. */
const KEPT_DAYS = 7;

/** The program's source files, `/`-separated, in code unit order. */
const sources = ['src', 'scripts']
  .flatMap((dir) =>
    readdirSync(path.join(PROJECT, dir), { recursive: true, encoding: 'utf8' }).map((file) =>
      `${dir}/${file}`.replaceAll(path.sep, '/'),
    ),
  )
  .filter((file) => /\.(ts|js|json)$/.test(file) && !/\.test\.ts$|\/fixtures\//.test(file))
  .sort();

/** Hash of everything the compiled program depends on. Its sources' addresses are part of it. */
function version() {
  const hash = createHash('sha256').update(`${PROJECT}\n${process.versions.node}\n`);
  for (const file of [...sources, 'package.json', 'package-lock.json'])
    hash.update(`${file}\n`).update(readFileSync(path.join(PROJECT, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Compiles the program into `dir`. It appears there whole or not at all. */
async function compile(dir) {
  const { build } = await import('esbuild');
  const partial = `${dir}.${process.pid}`;
  const shared = {
    absWorkingDir: PROJECT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
    plugins: [{ name: 'addresses', setup: ({ onLoad }) => onLoad({ filter: /\.[jt]s$/ }, withAddress) }],
    logLevel: 'warning',
  };
  // Eleventy looks at the names of its classes: it stays a bundle of its own, in which none has to give way to one of ours.
  await build({
    ...shared,
    entryPoints: { [ELEVENTY]: '@11ty/eleventy' },
    outdir: partial,
    external: ['@11ty/eleventy-dev-server', 'chokidar'],
    // 3 MB that every worker process loads: without white space in two thirds of the time.
    minifyWhitespace: true,
    minifySyntax: true,
  });
  await build({
    ...shared,
    entryPoints: [
      ...COMMANDS.map((name) => `scripts/${name}.ts`),
      ...sources.filter((file) => WORKER.test(file)),
    ],
    outdir: partial,
    outbase: PROJECT,
    splitting: true,
    // Packages that read their own files, or are not wanted by every command.
    external: [
      'chokidar',
      'esbuild',
      'node-sqlite3-wasm',
      'opencc-js',
      'pagefind',
      'playwright-core',
      'satteri',
      'tinypool',
    ],
    define: { 'globalThis.jiuwenCompiled': JSON.stringify(dir) },
    plugins: [
      ...shared.plugins,
      {
        name: 'eleventy',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@11ty\/eleventy$/ }, () => ({
            path: pathToFileURL(path.join(dir, `${ELEVENTY}.js`)).href,
            external: true,
          })),
      },
    ],
  });
  try {
    renameSync(partial, dir);
  } catch (error) {
    // Another process was faster.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
}

/** A module's `import.meta.url` stays the address of its source: layouts and assets are found from there. */
function withAddress({ path: file }) {
  const source = readFileSync(file, 'utf8');
  if (!source.includes('import.meta.url')) return null;
  const address = JSON.stringify(pathToFileURL(file).href);
  const loader = file.endsWith('.ts') ? 'ts' : 'js';
  return { loader, contents: source.replaceAll('import.meta.url', address) };
}

/** The compiled program's folder, made where it is missing; null where nothing can be written there. */
async function compiled() {
  const dir = path.join(COMPILED, version());
  if (existsSync(dir)) return dir;
  try {
    mkdirSync(COMPILED, { recursive: true });
    for (const name of readdirSync(COMPILED)) {
      const old = path.join(COMPILED, name);
      if (Date.now() - statSync(old).mtimeMs > KEPT_DAYS * 86_400_000)
        rmSync(old, { recursive: true, force: true });
    }
  } catch {
    // A project that somebody else installed, or a read-only disk: it runs from its sources, only slower.
    return null;
  }
  await compile(dir);
  return dir;
}

const [, , command = ''] = process.argv;
/** The reason why the command cannot run, as a sentence. */
const obstacle = !COMMANDS.includes(command)
  ? `Unexpected command «${command}», expected one of ${COMMANDS.join(', ')}`
  : !existsSync(path.join(PROJECT, 'node_modules', 'esbuild')) &&
    `${PROJECT}: Unexpected project without its packages; run npm ci there first`;
if (obstacle) {
  process.stderr.write(`${obstacle}\n`);
  process.exitCode = 1;
} else {
  // Eleventy would start a thread for looking up the modules of a site's own configuration anew: there are none, and it takes 0.1 s.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= '1';
  const dir = await compiled();
  if (!dir) (await import('tsx/esm/api')).register();
  const file = path.join(dir ?? PROJECT, 'scripts', `${command}.${dir ? 'js' : 'ts'}`);
  // The command reads its own flags.
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(file).href);
}
