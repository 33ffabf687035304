import type { Archive } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import { address } from './address.ts';
import type { Exporter, OutputFile } from './exporter.ts';
import { rfc3339 } from './moments.ts';
import { outputKey } from './output-key.ts';
import { element, type Markup, xmlDocument } from './xml.ts';

/** Addresses one sitemap may hold, and sitemaps one index may hold (https://www.sitemaps.org/protocol.html). */
const LIMIT = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const SITEMAP = 'sitemap.xml';
/** The two kinds of documents by their roots, and the element that holds an address in each. */
const ITEMS = { urlset: 'url', sitemapindex: 'sitemap' } as const;

/** A page for search engines; `modified` for articles only. */
interface Address {
  path: string;
  modified: string | null;
}

/**
 * `sitemap.xml`: articles from the oldest on, then the pages that lead to them.
 * Above 50,000 addresses it is an index of `sitemap/<n>.xml`, of which only the last change when an article comes.
 */
export const sitemap: Exporter = {
  name: 'sitemap',
  needsOrigin: true,
  *files({ archive }) {
    const addresses = [...articles(archive), ...ways(archive)];
    if (addresses.length <= LIMIT) return yield sitemapFile(archive, SITEMAP, 'urlset', addresses);
    const parts: Address[] = [];
    for (let start = 0; start < addresses.length; start += LIMIT) {
      const path = `sitemap/${parts.length + 1}.xml`;
      parts.push({ path, modified: null });
      yield sitemapFile(archive, path, 'urlset', addresses.slice(start, start + LIMIT));
    }
    yield sitemapFile(archive, SITEMAP, 'sitemapindex', parts);
  },
};

function* articles({ entries }: Archive): Generator<Address> {
  for (const { path, time } of entries) yield { path, modified: time && rfc3339(time) };
}

function* ways(archive: Archive): Generator<Address> {
  const page = (path: string): Address => ({ path, modified: null });
  // The home page's address is the folder, as the canonical links of hosts have it.
  yield page('');
  for (const path of [paths.time, paths.overview, paths.authors, paths.about]) yield page(path);
  if (archive.undated) yield page(paths.undated);
  for (const [year, months] of archive.years) {
    yield page(paths.year(year));
    for (const month of months.keys()) yield page(paths.month(year, month));
  }
  const { threads } = archive.relations;
  if (threads.length) yield page(paths.threads);
  for (const { path } of threads) yield page(path);
  if (archive.topics.length) yield page(paths.topics);
  for (const { path } of archive.topics) yield page(path);
  for (const { path } of archive.authors) yield page(path);
}

/** A sitemap, or an index of sitemaps: both list addresses. */
function sitemapFile(
  { settings }: Archive,
  path: string,
  root: keyof typeof ITEMS,
  addresses: readonly Address[],
): OutputFile {
  const children = function* (): Generator<Markup> {
    for (const { path: to, modified } of addresses)
      yield element(ITEMS[root], {}, [
        element('loc', {}, address(settings, path, to)),
        ...(modified ? [element('lastmod', {}, modified)] : []),
      ]);
  };
  return {
    path,
    key: outputKey([settings.origin, addresses]),
    chunks: () => xmlDocument(root, { xmlns: NAMESPACE }, children()),
  };
}
