import { hash } from 'node:crypto';
import { z } from 'zod';
import { twinPath } from '../../archive/paths.ts';
import { keyOf } from '../../hash.ts';
import { pageKinds } from '../../pages/index.ts';
import { type Site, siteOf } from '../../site/site.ts';
import { layoutKeys } from '../../version.ts';
import type { Context } from '../context.ts';
import type { Page } from '../item.ts';
import { inShare, needsIndex, takePages } from '../shard.ts';
import { type Target, told } from '../target.ts';
import { assets } from './assets.ts';
import { certificate } from './certificate.ts';

/** Characters of a page's key: 96 bits tell one page's versions apart. */
const KEY_LENGTH = 16;

/** Every page, and the Markdown twins of the articles' where the archive has them. */
export const pages: Target<Page, null> = {
  name: 'pages',
  after: ['assets', 'certificate'],
  items: ({ plan, share }) => (share ? plan().filter(({ name }) => inShare(name, share)) : plan()),
  async make(stale, context) {
    const { tree, progress, shards, render } = context;
    progress.start('pages', stale.length);
    let rest = stale;
    if (shards) {
      rest = stale.filter(({ name }) => needsIndex(name));
      const taken = stale.filter(({ name }) => !needsIndex(name));
      await takePages(shards, context.plan(), taken, tree, (done) => progress.tick(done));
    }
    await render(
      rest.map(({ view }) => view),
      siteOfBuild(context),
      (written) => {
        tree.add(written);
        progress.tick(written.filter(([file]) => file.endsWith('.html')).length);
      },
    );
    progress.done();
    return { data: null };
  },
  data: z.null(),
};

/**
 * Plans all pages of the site. A page's key covers the text of its declared inputs, its layout with everything the layout takes in, what
 * every page reads, and the program.
 */
export function planPages(context: Context): Page[] {
  const layouts = layoutKeys();
  const facts = { ...context.facts, certificate: told(context, certificate)?.whole ?? null };
  const common = keyOf(context.key, JSON.stringify(siteOfBuild(context)));
  const planned: Page[] = [];
  for (const kind of pageKinds) {
    const own = keyOf(common, layouts.get(kind.layout) ?? '');
    for (const view of kind.views(context.reading.archive, facts, context.strings)) {
      const key = hash('sha256', own + view.inputs, 'base64url').slice(0, KEY_LENGTH);
      const files = view.source === undefined ? [view.path] : [view.path, twinPath(view.path)];
      planned.push({ name: view.path, key, files, view });
    }
  }
  return planned;
}

/** Data that every page reads. */
function siteOfBuild(context: Context): Site {
  const { settings, facts, reading } = context;
  const manifest = told(context, assets);
  if (!manifest) throw new Error('pages before their assets');
  return siteOf(
    settings,
    manifest,
    reading.archive.topics.length > 0,
    facts.search ? ['gram', 'pagefind'] : ['gram'],
  );
}
