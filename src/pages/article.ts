import { href, paths, twinPath } from '../archive/paths.ts';
import type { Archive, ArticleBody, Entry, View } from '../types.ts';
import { citations } from './citation.ts';
import { markHanEmphasis } from './emphasis.ts';
import { grouped, longTime, readingMinutes } from './format.ts';
import { type PageKind, row, view } from './page.ts';
import { repairSummary } from './repair-summary.ts';

/** How many others of the same day an article names. */
const SAME_DAY = 6;
/** From how many headings on an article has a table of contents. */
const CONTENTS_FROM = 3;

/** One page an article. */
export const articlePages: PageKind = {
  name: 'article',
  *views(archive) {
    for (const [position, entry] of archive.entries.entries()) yield articleView(archive, entry, position);
  },
};

function articleView(archive: Archive, entry: Entry, position: number): View {
  const { time, url } = entry;
  const dated = (at: number) => (time && at >= archive.undated ? archive.entries[at] : undefined);
  const [earlier, later] = [dated(position - 1), dated(position + 1)];
  const data = view(entry.path, 'article.njk', {
    // Not shown: it makes the page's data differ when only the text changed.
    digest: entry.digest,
    title: entry.title,
    description: entry.summary,
    author: { name: entry.author, href: href(paths.author(entry.author)) },
    time: time && { ...time, long: longTime(time), year: time.date.slice(0, 4) },
    month: time && {
      href: href(paths.month(time.date.slice(0, 4), time.date.slice(5, 7))),
      anchor: `d-${time.date.slice(8)}`,
    },
    url,
    host: url && new URL(url).host.replace(/^www\./, ''),
    wayback: url && waybackLink(url, time?.date ?? null),
    canonical: archive.settings.canonical === 'original' ? url : null,
    length: { han: grouped(entry.han + entry.words), minutes: readingMinutes(entry.han, entry.words) },
    topics: entry.topics.map((name) => ({ name, href: href(paths.topic(name)) })),
    twin: href(twinPath(entry.path)),
    earlier: earlier && row(earlier),
    later: later && row(later),
    sameDay: sameDay(archive, entry, position).map(row),
    citation: citations(entry),
    jsonLd: jsonLd(entry),
  });
  return { ...data, body: entry.at, source: entry.file };
}

/** Articles of the same day, those nearest in time first come from both sides; earlier and later neighbours stand elsewhere. */
function sameDay(archive: Archive, entry: Entry, position: number): Entry[] {
  const found: Entry[] = [];
  const onDay = (at: number): Entry | undefined => {
    const other = archive.entries[at];
    return other?.time && other.time.date === entry.time?.date ? other : undefined;
  };
  for (let at = position - 2, other = onDay(at); other && found.length < SAME_DAY / 2; other = onDay(--at))
    found.unshift(other);
  for (let at = position + 2, other = onDay(at); other && found.length < SAME_DAY; other = onDay(++at))
    found.push(other);
  return found;
}

/** The Internet Archive's copy nearest to the article's day. */
function waybackLink(url: string, date: string | null): string {
  return `https://web.archive.org/web/${date ? date.replaceAll('-', '') : '2'}/${url}`;
}

/** schema.org NewsArticle as the text of a script element: `<` is escaped, so the text can neither end nor open an element. */
function jsonLd(entry: Entry): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: entry.title,
    datePublished: entry.time?.iso,
    author: { '@type': 'Person', name: entry.author },
    inLanguage: 'zh-Hans',
    isBasedOn: entry.url ?? undefined,
    keywords: entry.topics.length ? entry.topics : undefined,
    wordCount: entry.han + entry.words,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** What an article's page shows of its body; made in the render worker, where the body is loaded. */
export function articleBodyData(body: ArticleBody): Record<string, unknown> {
  const contents = body.headings.filter((heading) => heading.depth <= 3);
  return {
    html: markHanEmphasis(body.html),
    contents: contents.length >= CONTENTS_FROM ? contents : [],
    repairs: body.repairs.map((repair) => ({ ...repair, summary: repairSummary(repair.rule) })),
    hasImages: body.html.includes('data-image'),
  };
}
