import type { Strings } from '../locales/index.ts';
import { bytesText } from './bytes-text.ts';
import { ASSETS, EXTRA_GROUPS, MEDIA, type OfflineIndex, type PackGroup, packFile } from './format.ts';

type Words = Strings['offline'];

/**
 * Puts the sizes and the packs into the offline page: they are known only when all other pages are finished.
 * @param page the page's HTML, filled or not
 * @throws {Error} where its layout has no place for them
 */
export function withPacks(page: string, index: OfflineIndex, t: Words): string {
  return put(put(page, 'sizes', figures(index, t)), 'packs', table(index, t));
}

/** The page as it is rendered: a share of a site has no packs. */
export const withoutPacks = (page: string): string => put(put(page, 'sizes', ''), 'packs', '');

/** Puts text between `<!--name-->` and `<!--/name-->`: a page that was filled before can be filled again. */
function put(page: string, name: string, text: string): string {
  const [from, to] = [`<!--${name}-->`, `<!--/${name}-->`].map((mark) => page.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from)
    throw new Error(`no <!--${name}--> in the offline page`);
  return `${page.slice(0, from)}<!--${name}-->${text}${page.slice(to)}`;
}

const sum = (groups: readonly PackGroup[], of: 'articles' | 'bytes' | 'size'): number =>
  groups.flatMap(({ packs }) => packs).reduce((total, pack) => total + pack[of], 0);
const count = (number: number): string => number.toLocaleString('en-US');

/** The whole archive in three numbers, before anybody presses a button. */
function figures({ groups }: OfflineIndex, t: Words): string {
  const whole = groups.filter(({ id }) => !EXTRA_GROUPS.includes(id));
  const numbers: [name: string, value: string][] = [
    [t.articles, count(sum(whole, 'articles'))],
    [t.toDownload, bytesText(sum(whole, 'bytes'))],
    [t.toStore, bytesText(sum(whole, 'size'))],
  ];
  const items = numbers.map(([name, value]) => `<div class="number"><dt>${name}</dt><dd>${value}</dd></div>`);
  return `\n<dl class="figures whole">\n${items.join('\n')}\n</dl>\n`;
}

/** One row a group: years newest first, then what is not of a year. */
function table({ groups }: OfflineIndex, t: Words): string {
  const years = groups.filter(({ id }) => /^\d{4}$/.test(id)).sort((a, b) => Number(b.id) - Number(a.id));
  const others = ['undated', 'lists', 'search', MEDIA, 'pagefind', ASSETS]
    .map((name) => groups.find(({ id }) => id === name))
    .filter((group) => group !== undefined);
  const rows = [...years, ...others].map((group) => row(group, t)).join('\n');
  const heads = [t.part, t.articles, t.size, t.download, t.saved];
  const cells = heads.map((head, at) => `<th scope="col"${at === 4 ? ' class="state"' : ''}>${head}</th>`);
  return `\n<table class="parts"><thead><tr>${cells.join('')}</tr></thead><tbody>\n${rows}\n</tbody></table>\n`;
}

function row(group: PackGroup, t: Words): string {
  const { id, packs } = group;
  const articles = sum([group], 'articles');
  const links = packs.map(({ id: pack, bytes }, at) => {
    const name = packs.length > 1 ? String(at + 1) : t.zip;
    return `<a href="${packFile(pack)}" download aria-label="${t.packLabel(t.group(id), at + 1, packs.length, bytesText(bytes))}">${name}</a>`;
  });
  return `<tr data-group="${id}"><th scope="row">${t.group(id)}</th><td>${articles ? count(articles) : ''}</td><td>${bytesText(sum([group], 'bytes'))}</td><td class="zips">${links.join(' ')}</td><td class="state"></td></tr>`;
}
