import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { Language } from '../locales/index.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles, by the file below `src/` that each is made from. Scripts are classic ones, so that the same pages work from `file:`. A script
 * loads another by the name in `#bundle/…`, which holds the other's hash: whoever loads stands below what it loads.
 */
const BUNDLES = {
  css: 'styles/main.css',
  /** Styles of every page that is no article. */
  pagesCss: 'styles/pages.css',
  /** Styles of articles with pictures of other hosts, code or tables. */
  blocksCss: 'styles/blocks.css',
  /** Styles of articles with what few hold. */
  rareCss: 'styles/rare.css',
  /** Styles of pages with charts and calendars. */
  chartsCss: 'styles/charts.css',
  /** Styles of the page of trends. */
  trendsCss: 'styles/trends.css',
  /** Blocking script in the head: what a reader has set, before the first paint. */
  theme: 'client/theme.ts',
  /** Regular expressions, loaded when one is typed. */
  matcher: 'client/search/pattern-main.ts',
  /** Exact search, loaded with the first query. */
  gram: 'client/search/gram-engine.ts',
  /** Word search by Pagefind, loaded when a reader asks for it. */
  related: 'client/search/related-main.ts',
  /** What stands beside the hits of a query, loaded once they stand. */
  beside: 'client/search/beside-main.ts',
  /** Contexts and citations of a search, loaded when a reader asks for them. */
  study: 'client/search/study-main.ts',
  /** Search interface, loaded by `boot` when wanted. */
  search: 'client/search/main.ts',
  /** Styles of results: on the search page, and with the search bundle. */
  searchCss: 'styles/search.css',
  /** Words over time, on their page. */
  trends: 'client/trends/main.ts',
  /** Contents, pictures of other hosts, tools of code and tables: loaded with a reader's first sign on an article. */
  reading: 'client/reading/reading-main.ts',
  /** The other script, loaded where a reader has set it. */
  hans: 'client/reading/hans-main.ts',
  hant: 'client/reading/hant-main.ts',
  /** Settings, help, previews, quotes and the voice, with their styles: loaded when one of them is asked for. */
  tools: 'client/reading/tools-main.ts',
  toolsCss: 'styles/tools.css',
  /** Chance and today on the home page and where a search begins. */
  home: 'client/reading/home-main.ts',
  /** Finding and sorting on the authors' index. */
  authors: 'client/authors/authors-main.ts',
  /** Arrow keys in charts that were drawn at build. */
  charts: 'client/charts/charts-main.ts',
  /** Reading through, loaded where a list offers it and where an article is read in one. */
  replay: 'client/replay/replay-main.ts',
  /** Way from a hit to its paragraph, loaded where the address names one. */
  passage: 'client/passage/show-passage.ts',
  /** Says that there is a newer build, loaded when there may be one. */
  update: 'client/offline/update-main.ts',
  /** The offline page's script and its own styles. */
  offline: 'client/offline/offline-page.ts',
  offlineCss: 'styles/offline.css',
  /** Deferred script of every page. */
  boot: 'client/boot.ts',
} as const;
type Bundle = keyof typeof BUNDLES;

/** File names in `assets/` of a built site; each carries a hash of its content. */
export const assetsSchema = z.record(z.enum(Object.keys(BUNDLES) as [Bundle, ...Bundle[]]), z.string());
export type AssetManifest = z.infer<typeof assetsSchema>;

/** Sources of `sw.js`: the service worker, and the one that takes it back. */
const WORKERS = { main: 'client/worker/main.ts', gone: 'client/worker/gone.ts' };

/**
 * Bundles a service worker. It has to stand at the site's root under one name, so it is not among the other bundles.
 * @throws {UserError} with esbuild's messages where a source does not compile
 */
export const bundleWorker = (which: keyof typeof WORKERS, language: Language): Promise<Uint8Array> =>
  bundle(WORKERS[which], language, new Map());

/**
 * Bundles styles and browser scripts. Same sources, same bytes, same names.
 * @returns the bundles by name, and what each file name of them holds
 * @throws {UserError} with esbuild's messages where a source does not compile
 */
export async function bundleAssets(
  language: Language,
): Promise<{ manifest: AssetManifest; files: Map<string, Uint8Array> }> {
  const names = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of Object.entries(BUNDLES)) {
    const bytes = await bundle(entry, language, names);
    const hash = hashOf(bytes).slice(0, 10);
    const file = entry.endsWith('.css')
      ? `${path.basename(entry, '.css')}-${hash}.css`
      : `${name}-${hash}.js`;
    names.set(name, file);
    files.set(file, bytes);
  }
  return { manifest: assetsSchema.parse(Object.fromEntries(names)), files };
}

/**
 * One bundle, minified, with the words of a language.
 * @param entry file below `src/`
 * @param names file names of the bundles that it may load
 */
async function bundle(
  entry: string,
  language: Language,
  names: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  try {
    const { outputFiles } = await build({
      entryPoints: [path.join(SOURCE, entry)],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: entry.endsWith('.css') ? 'esnext' : 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      loader: { '.svg': 'dataurl' },
      logLevel: 'silent',
      plugins: [wordsOf(language), namesOf(names)],
    });
    const [file] = outputFiles;
    if (!file) throw new UserError(`${entry}: bundling gave nothing`);
    return file.contents;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${entry}: cannot be bundled: ${(cause as Error).message}`, { cause });
  }
}

/** Resolves `#locale`. */
function wordsOf(language: Language): Plugin {
  const words = { path: path.join(SOURCE, 'locales', `${language}.ts`) };
  return { name: 'words', setup: ({ onResolve }) => onResolve({ filter: /^#locale$/ }, () => words) };
}

/** Resolves `#bundle/…`, the file names of other bundles. */
function namesOf(names: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'bundles',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#bundle\// }, (asked) => ({ path: asked.path.slice(8), namespace: 'bundle' }));
      onLoad({ filter: /./, namespace: 'bundle' }, ({ path: name }) => {
        const file = names.get(name);
        if (!file) return { errors: [{ text: `${name} is no bundle made before this one` }] };
        return { contents: `export const file = ${JSON.stringify(file)}` };
      });
    },
  };
}
