import { unsaved as t } from '../../locales/zh-Hans.ts';
import { UNSAVED_PAGE } from '../../offline/format.ts';
import type { Store } from '../offline/store.ts';
import { site } from './scope.ts';

/** Gives a page that is there offline; null for one that is not. */
export type FindPage = (path: string) => Promise<Response | null>;

/** The place in the page where links are put. */
const NEAR = '<!--near-->';

/**
 * The page that stands in for one that is not saved: says so, and links to what is saved near it.
 * Its template stands at the site's root, and it is shown at any depth: its links are made to begin at the host's root.
 */
export async function unsavedPage(store: Store, path: string, find: FindPage): Promise<Response> {
  const template = await store.find(store.shellName(site.build), UNSAVED_PAGE);
  if (!template) return Response.error();
  const base = new URL(store.root).pathname;
  const links = (await near(path, find)).map(([to, name]) => `<li><a href="${to}">${name}</a></li>`);
  const list = links.length ? `<ul class="links">${links.join('')}</ul>` : '';
  const indexed = (await store.record())?.groups.search ? `<p>${t.search}</p>` : '';
  const html = (await template.text())
    .replace(NEAR, () => indexed + list)
    .replace(/\b(href|src|action)="(?![a-z]+:|#|\/)/g, (_, name) => `${name}="${base}`);
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** Pages around a path that are there, nearest first, with their names. Nothing of the path but digits comes into the page. */
async function near(path: string, find: FindPage): Promise<[path: string, name: string][]> {
  const [, year = '', month = ''] = /^(\d{4})\/(?:(\d\d)\/)?/.exec(path) ?? [];
  const candidates: [string, string][] = [
    [`${year}/${month}/index.html`, month && t.month(year, month)],
    [`${year}/index.html`, year && t.year(year)],
    ['undated/index.html', path.startsWith('undated/') ? t.undated : ''],
    ['authors/index.html', path.startsWith('authors/') ? t.authors : ''],
    ['topics/index.html', path.startsWith('topics/') ? t.topics : ''],
    ['time.html', t.time],
  ];
  const found: [string, string][] = [];
  for (const [to, name] of candidates) if (name && to !== path && (await find(to))) found.push([to, name]);
  return found;
}
