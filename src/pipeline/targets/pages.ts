import { hash } from 'node:crypto';
import { z } from 'zod';
import { twinPath } from '../../archive/paths.ts';
import { keyOf } from '../../hash.ts';
import type { Facts } from '../../pages/facts.ts';
import { pageKinds } from '../../pages/index.ts';
import type { PageKind } from '../../pages/page-kind.ts';
import { type Site, siteOf } from '../../site/site.ts';
import { layoutKeys } from '../../version.ts';
import type { Context } from '../context.ts';
import type { Page } from '../item.ts';
import { inShare, takePages } from '../shard.ts';
import { type Target, told } from '../target.ts';
import { assets } from './assets.ts';
import { certificate } from './certificate.ts';

/** Characters of a page's key: 96 bits tell one page's versions apart. */
const KEY_LENGTH = 16;

/** Every page that needs no search index, and the Markdown twins of the articles' where the archive has them. */
export const pages: Target<Page, null> = {
  name: 'pages',
  // The index is joined beside them, but workers that invert come first.
  after: ['assets', 'parts', 'relations'],
  items: ({ plan, share }) => (share ? plan().filter(({ name }) => inShare(name, share)) : plan()),
  async make(stale, context) {
    if (!context.shards) return renderAll('pages', stale, context);
    using stage = context.progress.start('pages', stale.length);
    await takePages(context.shards, context.plan(), stale, context.tree, stage.tick);
    stage.done();
    return { data: null };
  },
  data: z.null(),
};

/** The pages that tell of the search index. */
export const indexPages: Target<Page, null> = {
  name: 'index-pages',
  // One run renders at a time: `npx eleventy` has only one.
  after: ['assets', 'certificate', 'pages'],
  isWanted: ({ share }) => !share,
  items: (context) => planIndexPages(context),
  make: (stale, context) => renderAll('index page', stale, context),
  data: z.null(),
};

async function renderAll(name: string, stale: readonly Page[], context: Context) {
  const { tree, progress, render } = context;
  using stage = progress.start(name, stale.length);
  await render(
    stale.map(({ view }) => view),
    siteOfBuild(context),
    (written) => {
      tree.add(written);
      stage.tick(written.filter(([file]) => file.endsWith('.html')).length);
    },
  );
  stage.done();
  return { data: null };
}

/**
 * Plans all pages of the site that need no search index. A page's key covers the text of its declared inputs, its layout with everything the layout
 * takes in, what every page reads, and the program.
 */
export const planPages = (context: Context): Page[] =>
  planned(
    context,
    pageKinds.filter(({ needsIndex }) => !needsIndex),
    null,
  );

/** Plans the pages that tell of the search index, when it stands. */
export const planIndexPages = (context: Context): Page[] =>
  planned(
    context,
    pageKinds.filter(({ needsIndex }) => needsIndex),
    told(context, certificate)?.whole ?? null,
  );

function planned(context: Context, kinds: readonly PageKind[], certified: Facts['certificate']): Page[] {
  const layouts = layoutKeys();
  const facts = { ...context.facts, certificate: certified };
  const common = keyOf(context.key, JSON.stringify(siteOfBuild(context)));
  const planned: Page[] = [];
  for (const kind of kinds) {
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
