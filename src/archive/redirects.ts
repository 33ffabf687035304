import { info } from '../report.ts';
import type { Entry, Problem } from '../types.ts';

/** An address under which an article stood on the site it comes from, and its page now. */
export interface Redirect {
  /** Path on the host, `/` before it, unescaped. */
  from: string;
  /** Path of the page that leads on, relative to the site's root; null where a file of that name would not be a page. */
  page: string | null;
  /** Path of the article's page, relative to the site's root. */
  to: string;
}

/** Folders and files of this site at its root, which no old address takes. */
const OURS =
  /^(?:assets|offline|search|pagefind|media|feed|authors|topics|threads|list|days|undated)\/|^(?:index|search|about|repairs|404|time|overview|trends|offline|unsaved)\.html$|^\d{4}\/(?:\d\d\/)?index\.html$/i;

/** Old addresses of articles, each once, and those that two articles claim, or that this site needs itself. */
export function redirectsOf(entries: readonly Entry[]): { redirects: Redirect[]; problems: Problem[] } {
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  const old = entries.filter(({ aliases }) => aliases.some((alias) => alias.startsWith('/')));
  if (old.length === 0) return { redirects, problems };
  const pages = new Set(entries.map(({ path }) => path));
  const owners = new Map<string, Entry>();
  for (const entry of old)
    for (const from of entry.aliases) {
      if (!from.startsWith('/')) continue;
      const page = pageOf(from);
      const owner = owners.get(page ?? from);
      if (page === entry.path || owner === entry) continue;
      if (owner || (page !== null && (pages.has(page) || OURS.test(page)))) {
        problems.push({ file: entry.file, ...info('old-address', taken(from, owner)) });
        continue;
      }
      owners.set(page ?? from, entry);
      redirects.push({ from, page, to: entry.path });
    }
  return { redirects: redirects.sort((a, b) => (a.from < b.from ? -1 : 1)), problems };
}

const taken = (from: string, owner: Entry | undefined): string =>
  `Unexpected old address ${from}, expected one that is free${owner ? ` (${owner.file} has it)` : ': this site has a page there'}; nothing leads on from it`;

/** Letters, digits and signs that no file system, host or server gives a meaning of its own. */
const PLAIN = /^[\p{L}\p{N}\p{M}_~+@=,!-][\p{L}\p{N}\p{M}._~+@=,!-]*$/u;
const LONGEST = 80;

/** The page that stands under an old address; null where only a host's own rules can lead on from it. */
function pageOf(from: string): string | null {
  const parts = from.split('/').filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => PLAIN.test(part) && part.length <= LONGEST)) return null;
  const path = parts.join('/');
  if (/\.html?$/i.test(path) && !from.endsWith('/'))
    return path.replace(/\.htm$/i, '.html') === path ? path : null;
  return /\.[a-z]{2,5}$/i.test(path) && !from.endsWith('/') ? null : `${path}/index.html`;
}
