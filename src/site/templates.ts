import type { EleventyConfig } from '@11ty/eleventy';
import { href, rootOf } from '../archive/paths.ts';
import { locales, type Strings } from '../locales/index.ts';
import { groupBy } from '../pages/group-by.ts';
import { dataOf } from '../pages/index.ts';
import type { PageBody, PageToRender } from '../types.ts';
import { useLayouts } from './layouts.ts';
import { contentSecurityPolicy, type Site } from './site.ts';

/** Settings of Eleventy that hold however it is started: our layouts, and no other templates than ours. */
export function configure(config: EleventyConfig, site: Site): void {
  config.setTemplateFormats(['11ty.js']);
  config.setIncludesDirectory('../../layouts');
  config.setUseGitIgnore(false);
  useLayouts(config);
  config.addGlobalData('site', new Opaque(site));
  config.addGlobalData('t', new Opaque(locales[site.language]));
}

/**
 * Data that Eleventy hands on as it is. It copies the depths of plain objects for every template, and shows them to layouts through proxies,
 * through which each of some hundred words and settings of a page would be read.
 */
class Opaque {
  constructor(fields: object) {
    Object.assign(this, fields);
  }
}

/**
 * Hands the views to Eleventy: one virtual template a layout, paginated over its pages, for a template costs Eleventy twice what
 * another page of one costs. An article's text is data here and never passes a template engine.
 * @param load finds the body of an article's page; called once a view
 */
export function addViews(
  config: EleventyConfig,
  views: readonly PageToRender[],
  load: (view: PageToRender) => PageBody | null,
  site: Site,
): void {
  const t = locales[site.language];
  for (const [layout, own] of groupBy(views, (view) => view.layout))
    config.addTemplate(`${layout.replace(/\.njk$/, '')}.11ty.js`, {
      data: () => ({
        layout,
        pages: own.map((view) => new LayoutPage(view, load(view), site, t)),
        pagination: { data: 'pages', size: 1, alias: 'v' },
        permalink: ({ v }: { v: LayoutPage }) => `/${v.path}`,
      }),
      render: () => '',
    });
}

/** A page as its layout reads it, as `v`. */
export class LayoutPage extends Opaque {
  readonly path: string;
  /** Way from the page to the site's root. */
  readonly root: string;
  readonly self: string;
  readonly csp: string;

  constructor(view: PageToRender, body: PageBody | null, site: Site, t: Strings) {
    const data = dataOf(view, body, t);
    super(data);
    this.path = view.path;
    // A 404 page is shown at any depth, so its links start at the host's root.
    this.root = view.path === '404.html' ? site.basePath : rootOf(view.path);
    this.self = href(view.path);
    this.csp = contentSecurityPolicy(data.remoteImages === true);
  }
}
