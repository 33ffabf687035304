import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { UserError } from '../errors.ts';

/** File names in `assets/` of a built site; each carries a hash of its content. */
export interface AssetManifest {
  /** All styles. */
  css: string;
  /** Blocking script in the head: sets the theme before the first paint. */
  theme: string;
  /** Deferred script of every page. */
  boot: string;
  /** Search interface, loaded by `boot` when wanted. */
  search: string;
  /** Exact search, loaded with the first query. */
  gram: string;
  /** Related results, loaded when some are due. */
  related: string;
  /** What leads from a hit to its paragraph, loaded where the address names one. */
  passage: string;
  /** Says that there is a newer build, loaded when there may be one. */
  update: string;
  /** The offline page's script. */
  offline: string;
  /** The offline page's own styles. */
  offlineCss: string;
}

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** What is bundled, from which file below `src/`. Scripts are classic ones, so that the same pages work from `file:`. */
const BUNDLES: { [K in keyof AssetManifest]: string } = {
  css: 'styles/main.css',
  theme: 'client/theme.ts',
  boot: 'client/boot.ts',
  search: 'client/search/main.ts',
  gram: 'client/search/gram-main.ts',
  related: 'client/search/related-main.ts',
  passage: 'client/passage.ts',
  update: 'client/offline/update-main.ts',
  offline: 'client/offline/main.ts',
  offlineCss: 'styles/offline.css',
};

/** What becomes `sw.js`: the service worker, or the one that takes it back. */
const WORKERS = { main: 'client/worker/main.ts', gone: 'client/worker/gone.ts' };

/**
 * Bundles a service worker. It has to stand at the site's root under one name, so it is not among the other bundles.
 * @throws {UserError} with esbuild's messages where a source does not compile
 */
export const bundleWorker = (which: keyof typeof WORKERS): Promise<Uint8Array> =>
  bundle(path.join(SOURCE, WORKERS[which]));

/**
 * Bundles styles and browser scripts into `outDir/assets/`. Same sources, same bytes, same names.
 * @param options.outDir the site's output directory
 * @throws {UserError} with esbuild's messages where a source does not compile
 */
export async function buildAssets({ outDir }: { outDir: string }): Promise<AssetManifest> {
  const dir = path.join(outDir, 'assets');
  await mkdir(dir, { recursive: true });
  const manifest: AssetManifest = {
    css: '',
    theme: '',
    boot: '',
    search: '',
    gram: '',
    related: '',
    passage: '',
    update: '',
    offline: '',
    offlineCss: '',
  };
  for (const name of Object.keys(BUNDLES) as (keyof AssetManifest)[]) {
    const entry = BUNDLES[name];
    const bytes = await bundle(path.join(SOURCE, entry));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const isStyle = entry.endsWith('.css');
    manifest[name] = `${isStyle ? path.basename(entry, '.css') : name}-${hash}.${isStyle ? 'css' : 'js'}`;
    await writeFile(path.join(dir, manifest[name]), bytes);
  }
  return manifest;
}

/** One bundle, minified. */
async function bundle(entry: string): Promise<Uint8Array> {
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: entry.endsWith('.css') ? 'esnext' : 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      loader: { '.svg': 'dataurl' },
      logLevel: 'silent',
    });
    const [file] = outputFiles;
    if (!file) throw new UserError(`${entry}: bundling gave nothing`);
    return file.contents;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${entry}: cannot be bundled: ${(cause as Error).message}`, { cause });
  }
}
