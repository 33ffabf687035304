import type { EleventyConfig } from '@11ty/eleventy';
import { PackReader } from '../cache/article-pack.ts';
import type { View } from '../types.ts';
import { type Rendered, renderPages, writeTwins } from './render.ts';
import type { Site } from './site.ts';
import { addViews, configure } from './templates.ts';

export type { EleventyConfig } from '@11ty/eleventy';

type Render = (views: readonly View[], site: Site, onWritten: (pages: Rendered) => void) => Promise<void>;

/**
 * Lets a run of Eleventy that somebody else has started render the pages of a build: it waits until the build has planned them, hands them over,
 * and ends when the build has made what comes after them.
 * @param build runs the build with this way of rendering
 * @returns the directories, for Eleventy
 */
export async function renderIn(
  config: EleventyConfig,
  contentDir: string,
  outDir: string,
  build: (render: Render) => Promise<unknown>,
): Promise<{ dir: Record<string, string> }> {
  let handedOver = (): void => {};
  let finish = (): void => {};
  const planned = new Promise<void>((resolve) => {
    handedOver = resolve;
  });
  const rendered = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const store = new PackReader();
  let isTaken = false;
  const built = build(async (views, site, onWritten) => {
    if (isTaken) {
      // The run takes pages once: what depends on the search index comes after it.
      await rendered;
      onWritten(await renderPages({ views: [...views], site, contentDir, outDir }));
      return;
    }
    isTaken = true;
    configure(config, site);
    addViews(config, views, (view) => (view.body ? store.page(view.body) : null), site);
    handedOver();
    await rendered;
    onWritten(views.map((view) => [view.path, null]));
    onWritten(writeTwins(views, contentDir, outDir));
  });
  config.on('eleventy.after', async () => {
    finish();
    await built;
    store[Symbol.dispose]();
  });
  await Promise.race([planned, built]);
  return { dir: { input: 'src/site', output: outDir } };
}
