import type { AssetManifest } from '../assets/bundle.ts';

/** Names of styles and scripts, for tests. */
export const assets: AssetManifest = {
  css: 'a.css',
  theme: 't.js',
  boot: 'b.js',
  search: 's.js',
  gram: 'g.js',
  related: 'r.js',
  beside: 'bs.js',
  study: 'y.js',
  trends: 'w.js',
  matcher: 'm.js',
  passage: 'p.js',
  reading: 'd.js',
  home: 'h.js',
  authors: 'n.js',
  replay: 'e.js',
  update: 'u.js',
  offline: 'o.js',
  offlineCss: 'o.css',
  pagesCss: 'l.css',
  blocksCss: 'k.css',
  searchCss: 'q.css',
  chartsCss: 'c.css',
  trendsCss: 'w.css',
};
