import type { EleventyConfig } from '@11ty/eleventy';
import { href, rootOf } from '../archive/paths.ts';
import type { ArticlePlan } from '../pages/article.ts';
import { articlePage } from '../pages/article-page.ts';
import type { ArticleBody, View } from '../types.ts';
import { contentSecurityPolicy, layoutStrings, type Site } from './site.ts';

/** Finds the body of an article's page. */
export type LoadBody = (view: View) => ArticleBody | null;

/** Settings of Eleventy that hold however it is started: our layouts, and no other templates than ours. */
export function configure(config: EleventyConfig, site: Site): void {
  config.setTemplateFormats(['11ty.js']);
  config.setIncludesDirectory('../../layouts');
  config.setUseGitIgnore(false);
  config.setDynamicPermalinks(false);
  config.setNunjucksEnvironmentOptions({ autoescape: true, trimBlocks: true, lstripBlocks: true });
  config.addGlobalData('site', site);
  config.addGlobalData('t', layoutStrings);
}

/**
 * Hands the views to Eleventy as virtual templates. An article's text is data here and never passes a template engine.
 * @param load called once a view, when Eleventy asks for its data
 */
export function addViews(config: EleventyConfig, views: readonly View[], load: LoadBody, site: Site): void {
  views.forEach((view, number) => {
    config.addTemplate(`view-${number}.11ty.js`, {
      data: () => templateData(view, load(view), site),
      render: () => '',
    });
  });
}

function templateData(view: View, body: ArticleBody | null, site: Site): Record<string, unknown> {
  const data = body ? articlePage(view.data as ArticlePlan, body) : view.data;
  return {
    layout: view.layout,
    permalink: `/${view.path}`,
    // A 404 page is shown at any depth, so its links start at the host's root.
    root: view.path === '404.html' ? site.basePath : rootOf(view.path),
    self: href(view.path),
    csp: contentSecurityPolicy(data.remoteImages === true),
    v: data,
  };
}
