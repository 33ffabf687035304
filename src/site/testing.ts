import type { AssetManifest } from '../assets/bundle.ts';

/** Names of styles and scripts, for tests. */
export const assets: AssetManifest = {
  css: 'a.css',
  theme: 't.js',
  boot: 'b.js',
  search: 's.js',
  gram: 'g.js',
  related: 'r.js',
  study: 'y.js',
  matcher: 'm.js',
  passage: 'p.js',
  reading: 'd.js',
  tools: 'v.js',
  toolsCss: 'v.css',
  hans: 'x.js',
  hant: 'w.js',
  home: 'h.js',
  update: 'u.js',
  offline: 'o.js',
  offlineCss: 'o.css',
  pagesCss: 'l.css',
  blocksCss: 'k.css',
  searchCss: 'q.css',
  chartsCss: 'c.css',
};
