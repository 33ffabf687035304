import { articlesJsonl } from './articles-jsonl.ts';
import { atom, atomAuthors } from './atom.ts';
import { authorNames } from './author-names.ts';
import type { Exporter } from './exporter.ts';
import { jsonFeed } from './json-feed.ts';
import { llms } from './llms.ts';
import { manifest } from './manifest.ts';
import { opensearch } from './opensearch.ts';
import { redirects } from './redirects.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';
import { webManifest } from './web-manifest.ts';

/** The outputs that every build writes beside the pages. A new kind is a file and a line here. */
export const exporters: readonly Exporter[] = [
  atom,
  atomAuthors,
  jsonFeed,
  sitemap,
  robots,
  opensearch,
  articlesJsonl,
  llms,
  manifest,
  webManifest,
  redirects,
  authorNames,
];
