import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import { twinPath } from '../archive/paths.ts';
import { DamagedPack, PackReader } from '../cache/store.ts';
import { UserError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { addViews, configure } from '../site/templates.ts';
import { writeTwin } from '../site/twin.ts';
import type { PageToRender } from '../types.ts';
import { type Peak, peak } from './memory.ts';

/** A share of the pages to render. */
export interface RenderTask {
  views: PageToRender[];
  site: Site;
  contentDir: string;
  outDir: string;
}

/** What became of a share. */
export interface Rendered {
  pages: number;
  /** Page or twin → SHA-256 (hex). */
  hashes: Record<string, string>;
  peak: Peak;
}

/** The project's own folder: layouts are found from here, wherever a build is started. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Renders a share of the pages with Eleventy, and writes the Markdown twins of the articles among them.
 * Whoever writes a file knows its digest for nothing; reading 200,000 files again does not come for nothing.
 */
export default async function renderShare({
  views,
  site,
  contentDir,
  outDir,
}: RenderTask): Promise<Rendered> {
  using store = new PackReader();
  const hashes: Record<string, string> = {};
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
          hashes[path.relative(outDir, path.resolve(outputPath)).split(path.sep).join('/')] = createHash(
            'sha256',
          )
            .update(content)
            .digest('hex');
      });
      addViews(config, views, (view) => (view.body ? store.page(view.body) : null), site);
    },
  });
  eleventy.disableLogger();
  await eleventy.write().catch((error: unknown) => {
    throw known(error) ?? new Error(reasons(error).join('\n  '), { cause: error });
  });
  for (const { path: page, source } of views)
    if (source) hashes[twinPath(page)] = writeTwin(page, path.join(contentDir, source), outDir);
  return { pages: views.length, hashes, peak: peak() };
}

/** What went wrong, outermost first: Eleventy hides the reason in `originalError`. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return error ? [String(error)] : [];
  const inner = (error as { originalError?: unknown }).originalError ?? error.cause;
  return [error.message, ...reasons(inner)];
}

/** A reason that somebody can do something about: a damaged pack, a mistake in a layout. */
function known(error: unknown): DamagedPack | UserError | null {
  if (error instanceof DamagedPack || error instanceof UserError) return error;
  if (!(error instanceof Error)) return null;
  return known((error as { originalError?: unknown }).originalError ?? error.cause);
}
