import type { EleventyConfig } from '@11ty/eleventy';
import { href, rootOf } from '../archive/paths.ts';
import type { ArticlePlan } from '../pages/article.ts';
import { articlePage } from '../pages/article-page.ts';
import type { PageBody, View } from '../types.ts';
import { useLayouts } from './layouts.ts';
import { contentSecurityPolicy, layoutStrings, type Site } from './site.ts';

/** Finds the body of an article's page. */
export type LoadBody = (view: View) => PageBody | null;

/** Settings of Eleventy that hold however it is started: our layouts, and no other templates than ours. */
export function configure(config: EleventyConfig, site: Site): void {
  config.setTemplateFormats(['11ty.js']);
  config.setIncludesDirectory('../../layouts');
  config.setUseGitIgnore(false);
  useLayouts(config);
  config.addGlobalData('site', new Opaque(site));
  config.addGlobalData('t', new Opaque(layoutStrings));
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
 * @param load called once a view
 */
export function addViews(config: EleventyConfig, views: readonly View[], load: LoadBody, site: Site): void {
  const byLayout = new Map<string, View[]>();
  for (const view of views) {
    const others = byLayout.get(view.layout) ?? [];
    byLayout.set(view.layout, others);
    others.push(view);
  }
  for (const [layout, own] of byLayout)
    config.addTemplate(`${layout.replace(/\.njk$/, '')}.11ty.js`, {
      data: () => ({
        layout,
        pages: own.map((view) => new Page(view, load(view), site)),
        pagination: { data: 'pages', size: 1, alias: 'v' },
        permalink: ({ v }: { v: Page }) => `/${v.path}`,
      }),
      render: () => '',
    });
}

/** What a layout reads of its page, as `v`. */
class Page extends Opaque {
  readonly path: string;
  /** Way from the page to the site's root. */
  readonly root: string;
  readonly self: string;
  readonly csp: string;

  constructor(view: View, body: PageBody | null, site: Site) {
    const data = body ? articlePage(view.data as ArticlePlan, body) : view.data;
    super(data);
    this.path = view.path;
    // A 404 page is shown at any depth, so its links start at the host's root.
    this.root = view.path === '404.html' ? site.basePath : rootOf(view.path);
    this.self = href(view.path);
    this.csp = contentSecurityPolicy(data.remoteImages === true);
  }
}
