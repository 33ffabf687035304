import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import { twinPath } from '../archive/paths.ts';
import { sourceText } from '../article/source-text.ts';
import { PackReader } from '../cache/article-pack.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import { SourceGone, UserError } from '../errors.ts';
import type { FileState } from '../files/site-tree.ts';
import { hashOf } from '../hash.ts';
import type { View } from '../types.ts';
import type { Site } from './site.ts';
import { addViews, configure } from './templates.ts';

/** A share of the pages to render. */
export interface RenderTask {
  views: Omit<View, 'inputs'>[];
  site: Site;
  contentDir: string;
  outDir: string;
}

/** Pages and twins that have been written. */
export type Rendered = [file: string, state: FileState | null][];

/** The project's own folder: layouts are found from here, wherever a build is started. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Renders a share of the pages with Eleventy, and writes the Markdown twins of the articles among them.
 * Whoever writes a file knows its hash for nothing; reading 200,000 files again does not come for nothing.
 */
export async function renderPages({ views, site, contentDir, outDir }: RenderTask): Promise<Rendered> {
  using store = new PackReader();
  const rendered: Rendered = [];
  // A folder that is there is not made again for each of its pages.
  for (const folder of new Set(views.map((view) => path.dirname(view.path))))
    mkdirSync(path.join(outDir, folder), { recursive: true });
  const eleventy = new Eleventy(path.join(PROJECT, 'src/site'), outDir, {
    quietMode: true,
    configPath: path.join(PROJECT, 'src/site/bare.config.js'),
    config(config) {
      config.setQuietMode(true);
      configure(config, site);
      config.on('eleventy.after', ({ results }) => {
        for (const { outputPath, content } of results)
          rendered.push([fileOf(outputPath, outDir), stateOf(content)]);
      });
      addViews(config, views, (view) => (view.body ? store.page(view.body) : null), site);
    },
  });
  eleventy.disableLogger();
  await eleventy.write().catch((error: unknown) => {
    throw known(error) ?? new Error(reasons(error).join('\n  '), { cause: error });
  });
  rendered.push(...writeTwins(views, contentDir, outDir));
  return rendered;
}

/** Path of a page relative to the site's root, of what Eleventy calls it. */
const fileOf = (outputPath: string, outDir: string): string =>
  path.relative(outDir, path.resolve(outputPath)).split(path.sep).join('/');

/** Hash and size of a file's content. */
export function stateOf(content: string | Uint8Array): FileState {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { hash: hashOf(bytes), size: bytes.length };
}

/**
 * Writes the Markdown twins of the articles' pages among some views, beside them: the source files as UTF-8.
 * @throws {SourceGone}
 */
export function writeTwins(
  views: readonly Pick<View, 'path' | 'source'>[],
  contentDir: string,
  outDir: string,
): Rendered {
  return views.flatMap(({ path: page, source }): Rendered => {
    if (source === undefined) return [];
    const twin = twinPath(page);
    const content = notSniffed(sourceText(contentDir, source));
    writeFileSync(path.join(outDir, twin), content);
    return [[twin, stateOf(content)]];
  });
}

/** A byte order mark: text, to every browser, whatever follows. */
const MARK = Buffer.from('\ufeff');

/**
 * A twin that no browser takes for HTML or XML, whose scripts would run as the site's own: some hosts send no type for `.md`, and
 * browsers then look at how a file begins.
 */
function notSniffed(bytes: Buffer): Buffer {
  let at = 0;
  while (BLANKS.has(bytes[at])) at++;
  return bytes[at] === LESS_THAN ? Buffer.concat([MARK, bytes]) : bytes;
}

const LESS_THAN = 0x3c;
/** Bytes that browsers pass over at the beginning: tab, line ends, form feed, blank; and some that may be nothing to one of them. */
const BLANKS: ReadonlySet<number | undefined> = new Set([0x00, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);

/** Reasons of a failure, outermost first: Eleventy hides them in `originalError`. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return error ? [String(error)] : [];
  return [error.message, ...reasons(behind(error))];
}

/** A reason that somebody can do something about: a damaged cache, a mistake in a layout. */
function known(error: unknown): DamagedCache | SourceGone | UserError | null {
  if (error instanceof DamagedCache || error instanceof SourceGone || error instanceof UserError)
    return error;
  return error instanceof Error ? known(behind(error)) : null;
}

const behind = (error: Error): unknown =>
  ('originalError' in error ? error.originalError : null) ?? error.cause;
