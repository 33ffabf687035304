import { unsaved as t } from '#locale';
import { UNSAVED_PAGE } from '../../offline/format.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { findAnywhere, findInShell } from './find-page.ts';

/** Where the links go in the page. */
const NEAR = '<!--near-->';

/**
 * The page that stands in for one that is not saved: says so, and links to what is saved near it.
 * Its template stands at the site's root, and it is shown at any depth: its links are made to begin at the host's root.
 */
export async function unsavedPage(storage: SiteStorage, path: string): Promise<Response> {
  const template = await findInShell(storage, UNSAVED_PAGE);
  if (!template) return Response.error();
  const base = new URL(storage.root).pathname;
  const links: string[] = [];
  for (const [to, name] of near(path))
    if (name && to !== path && (await findAnywhere(storage, to)))
      links.push(`<li><a href="${to}">${name}</a></li>`);
  const list = links.length ? `<ul class="links">${links.join('')}</ul>` : '';
  const indexed = (await storage.record())?.groups.search ? `<p>${t.search}</p>` : '';
  const html = (await template.text())
    .replace(NEAR, () => indexed + list)
    .replace(/\b(href|src|action)="(?![a-z]+:|#|\/)/g, (_, name) => `${name}="${base}`);
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** Pages around a path, nearest first, with their names; '' for those it has not. Nothing of the path but digits comes into the page. */
function near(path: string): [path: string, name: string][] {
  const [, year = '', month = ''] = /^(\d{4})\/(?:(\d\d)\/)?/.exec(path) ?? [];
  return [
    [`${year}/${month}/index.html`, month && t.month(year, month)],
    [`${year}/index.html`, year && t.year(year)],
    ['undated/index.html', path.startsWith('undated/') ? t.undated : ''],
    ['authors/index.html', path.startsWith('authors/') ? t.authors : ''],
    ['topics/index.html', path.startsWith('topics/') ? t.topics : ''],
    ['threads/index.html', path.startsWith('threads/') ? t.threads : ''],
    ['time.html', t.time],
  ];
}
