import { listFiles } from '../files/list-files.ts';

/** Parts of a site that are of no use away from a web server, or are another form of what is there already. */
const LEFT_OUT = [
  /^pagefind\//,
  // The packs a browser saves from a server, and the service worker that does it.
  /^offline\//,
  /^(?:sw\.js|unsaved\.html)$/,
  /^articles(?:-\d+)?\.jsonl\.gz$/,
  /^sitemap(?:\.xml$|\/)/,
  /^(?:robots\.txt|_headers|_redirects)$/,
  /(?:^|\/)\.[^/]+$/,
  /\.(?:html|css|js|json|xml|txt|md|svg|wasm|webmanifest)\.(?:br|gz)$/,
];

/**
 * The files of a site that belong into an offline copy: everything but what a server or a program needs.
 * Word search (Pagefind) loads modules, which browsers refuse from disk; exact search needs none.
 * @returns paths relative to the site, `/`-separated, in code unit order
 */
export const offlineFiles = (siteDir: string): string[] =>
  listFiles(siteDir).filter((file) => !LEFT_OUT.some((pattern) => pattern.test(file)));
