import { href, paths, twinPath } from '../archive/paths.ts';
import { readingMinutes } from '../text/counts.ts';
import type { Entry } from '../types.ts';
import { citations } from './citation.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';
import { markTypesetting } from './typeset.ts';

/** From how many headings on an article has a table of contents. */
const CONTENTS_FROM = 3;

/** One page an article. */
export const articlePages = pageKind({
  name: 'article',
  layout: 'article.njk',
  *pages({ archive }) {
    const { canonical } = archive.settings;
    for (const [position, { path, at, file }] of archive.entries.entries())
      yield { path, body: at, source: file, inputs: { article: archive.place(position), canonical } };
  },
  // With 100,000 articles this has to stay small: it is what the build hands to its workers.
  data({ article, canonical }) {
    const { path, title, author, time, url, topics, han, words, summary } = article.entry;
    const { earlier, later, sameDay } = article;
    return {
      title,
      description: summary,
      entry: { path, title, author, time, url, topics, han, words },
      earlier,
      later,
      sameDay,
      canonical: canonical === 'original' ? url : null,
    };
  },
  withBody(plan, body, t) {
    const { path, author, time, url, topics, han, words } = plan.entry;
    const contents = body.headings.filter((heading) => heading.depth <= 3);
    return {
      ...plan,
      author: link(author, paths.author(author)),
      time: time && {
        ...time,
        long: [t.dates.day(time.date), time.clock].filter(Boolean).join(' '),
        year: time.date.slice(0, 4),
      },
      month: time && {
        href: href(paths.month(time.date.slice(0, 4), time.date.slice(5, 7))),
        anchor: `d-${time.date.slice(8)}`,
      },
      url,
      host: url && new URL(url).host.replace(/^www\./, ''),
      wayback: url && waybackLink(url, time?.date ?? null),
      length: { characters: han + words, minutes: readingMinutes(han, words) },
      topics: topics.map((name) => link(name, paths.topic(name))),
      twin: href(twinPath(path)),
      citation: citations(plan.entry),
      jsonLd: jsonLd(plan.entry),
      html: markTypesetting(body.html),
      contents: contents.length >= CONTENTS_FROM ? contents : [],
      repairs: body.repairs.map((repair) => ({ ...repair, summary: t.repairRules[repair.rule] })),
      remoteImages: /data-image|<img src="http/.test(body.html),
    };
  },
});

/** The Internet Archive's copy nearest to the article's day. */
const waybackLink = (url: string, date: string | null): string =>
  `https://web.archive.org/web/${date ? date.replaceAll('-', '') : '2'}/${url}`;

/** schema.org NewsArticle as the text of a script element: `<` is escaped, so the text can neither end nor open an element. */
function jsonLd(
  entry: Pick<Entry, 'title' | 'time' | 'author' | 'url' | 'topics' | 'han' | 'words'>,
): string {
  const { title, time, author, url, topics, han, words } = entry;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: time?.iso,
    author: { '@type': 'Person', name: author },
    inLanguage: 'zh-Hans',
    isBasedOn: url ?? undefined,
    keywords: topics.length ? topics : undefined,
    wordCount: han + words,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
