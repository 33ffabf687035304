import path from 'node:path';
import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import { buildPagefind, type SearchPage } from '../../search/pagefind.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';
import { pages } from './pages.ts';

/** Word search, oldest article first. */
export const pagefind: Target<Item, null> = {
  name: 'pagefind',
  after: ['pages', 'catalogue-exports', 'packs', 'page-exports', 'report'],
  // It takes longer than anything else.
  waitsFor: 'build',
  isWanted: ({ facts, share }) => facts.search && !share,
  items(context) {
    const keys = context.records.get(pages.name)?.keys;
    const articles = context.reading.archive.entries.map(
      (entry) => `${entry.path}\n${keys?.get(entry.path)}`,
    );
    return whole('pagefind', keyOf(articles.join('\n')));
  },
  async make(_stale, { reading, tree, progress }: Context) {
    const { entries } = reading.archive;
    async function* finished(): AsyncGenerator<SearchPage> {
      for (const { path: url } of entries) yield { url, html: tree.read(url).toString() };
    }
    progress.start('pagefind', entries.length);
    await buildPagefind({
      pages: finished(),
      outDir: path.join(tree.staging, 'pagefind'),
      onProgress: () => progress.tick(1),
    });
    progress.done();
    return { data: null, files: tree.addFolder('pagefind') };
  },
  data: z.null(),
};
