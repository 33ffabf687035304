import { href, paths, twinPath } from '../archive/paths.ts';
import { readingMinutes } from '../text/counts.ts';
import type { PageBody } from '../types.ts';
import type { ArticlePlan } from './article.ts';
import { citations } from './citation.ts';
import { grouped, longTime } from './format.ts';
import { repairSummary } from './repair-summary.ts';
import { markTypesetting } from './typeset.ts';

/** From how many headings on an article has a table of contents. */
const CONTENTS_FROM = 3;

/** Everything an article's layout reads, made from the plan and the body in the render worker. */
export function articlePage(plan: ArticlePlan, body: PageBody): Record<string, unknown> {
  const { entry } = plan;
  const { time, url } = entry;
  const contents = body.headings.filter((heading) => heading.depth <= 3);
  return {
    ...plan,
    author: { name: entry.author, href: href(paths.author(entry.author)) },
    time: time && { ...time, long: longTime(time), year: time.date.slice(0, 4) },
    url,
    host: url && new URL(url).host.replace(/^www\./, ''),
    wayback: url && waybackLink(url, time?.date ?? null),
    length: { han: grouped(entry.han + entry.words), minutes: readingMinutes(entry.han, entry.words) },
    topics: entry.topics.map((name) => ({ name, href: href(paths.topic(name)) })),
    twin: href(twinPath(entry.path)),
    citation: citations(entry),
    jsonLd: jsonLd(entry),
    html: markTypesetting(body.html),
    contents: contents.length >= CONTENTS_FROM ? contents : [],
    repairs: body.repairs.map((repair) => ({ ...repair, summary: repairSummary(repair.rule) })),
    remoteImages: /data-image|<img src="http/.test(body.html),
  };
}

/** The Internet Archive's copy nearest to the article's day. */
function waybackLink(url: string, date: string | null): string {
  return `https://web.archive.org/web/${date ? date.replaceAll('-', '') : '2'}/${url}`;
}

/** schema.org NewsArticle as the text of a script element: `<` is escaped, so the text can neither end nor open an element. */
function jsonLd(entry: ArticlePlan['entry']): string {
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
