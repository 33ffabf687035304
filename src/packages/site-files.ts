import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Parts of a site that are of no use away from a web server, or are another form of what is there already. */
const LEFT_OUT = [
  /^pagefind\//,
  // What a browser saves from a server, and the service worker that does it.
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
export async function offlineFiles(siteDir: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(siteDir, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.relative(siteDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    if (!LEFT_OUT.some((pattern) => pattern.test(file))) files.push(file);
  }
  return files.sort();
}
