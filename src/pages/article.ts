import { href, paths, rootOf, twinPath } from '../archive/paths.ts';
import type { ThreadKind } from '../archive/relations.ts';
import type { Row } from '../archive/rows.ts';
import { withReferences } from '../references/markup.ts';
import { authorsOf } from '../text/authors.ts';
import { readingMinutes } from '../text/counts.ts';
import { hostOf } from '../text/host.ts';
import type { Entry, Heading } from '../types.ts';
import { citations } from './citation.ts';
import { highlightCode } from './highlight.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';
import { numberPictures } from './pictures.ts';
import { markTypesetting } from './typeset.ts';
import { withoutReferences } from './unescape.ts';

/** Kinds of threads whose articles have a place: of releases, and of titles that begin alike, the archive may hold any few. */
const COUNTED: readonly ThreadKind[] = ['series', 'event'];

/** From how many headings on an article has a table of contents, and from how many on a way back to it. */
const CONTENTS_FROM = 3;
const WAY_BACK_FROM = 12;
/** The deepest headings of the contents: those below the third level are folded. */
const CONTENTS_DEPTH = 4;

/** One page an article. */
export const articlePages = pageKind({
  name: 'article',
  layout: 'article.njk',
  *pages({ archive }) {
    const { hasTwins, settings } = archive;
    const { canonical, images } = settings;
    for (const [position, { path, at, file }] of archive.entries.entries())
      yield {
        path,
        body: at,
        ...(hasTwins && { source: file }),
        inputs: {
          article: archive.place(position),
          citing: archive.citing(position),
          canonical,
          images,
          hasTwins,
        },
      };
  },
  // With 100,000 articles this has to stay small: it is what the build hands to its workers.
  data({ article, citing, canonical, images, hasTwins }, t) {
    const { path, title, author, time, url, topics, han, words, summary, references } = article.entry;
    const { earlier, later, earlierByAuthor, laterByAuthor, hasMoreOfDay, thread } = article;
    const near = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, label: time && row.date ? t.around.distance(time.date, row.date) : '' }));
    return {
      title,
      description: summary,
      entry: { path, title, author, time, url, topics, han, words, references, images },
      neighbours: [
        { rel: 'prev', name: t.article.earlier, row: earlier },
        { rel: 'next', name: t.article.later, row: later },
        { rel: '', name: t.article.earlierByAuthor, row: earlierByAuthor },
        { rel: '', name: t.article.laterByAuthor, row: laterByAuthor },
      ].filter(({ row }) => row !== null),
      hasMoreOfDay,
      thread: thread && {
        ...link(
          t.around.threadPlace(thread.name, COUNTED.includes(thread.kind) ? thread.number : null),
          thread.path,
        ),
        kind: t.around.kinds[thread.kind].name,
      },
      around: [
        { name: time ? t.around.before : t.around.alike, rows: near(article.before) },
        { name: t.around.after, rows: near(article.after) },
        {
          name: t.around.copies,
          rows: article.copies.map((row) => ({ ...row, label: row.host ?? row.authors[0]?.name ?? '' })),
        },
        { name: t.article.citing, rows: near(citing.list()) },
      ].filter(({ rows }) => rows.length > 0),
      canonical: canonical === 'original' ? url : null,
      twin: hasTwins ? href(twinPath(path)) : null,
    };
  },
  withBody(plan, body, t) {
    const { path, author, time, url, topics, han, words, references, images } = plan.entry;
    const html = withReferences(body.html, {
      references,
      date: time?.date ?? null,
      hrefOf: (to) => rootOf(path) + href(to),
      images,
      words: t.article.references,
    });
    const pictures = numberPictures(markTypesetting(html), t.article);
    const headings = body.headings.filter((heading) => heading.depth <= CONTENTS_DEPTH);
    return {
      ...plan,
      authors: authorsOf(author).map((name) => link(name, paths.author(name))),
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
      host: url && hostOf(url),
      wayback: url && waybackLink(url, time?.date ?? null),
      length: { characters: han + words, minutes: readingMinutes(han, words) },
      topics: topics.map((name) => link(name, paths.topic(name))),
      citation: citations(plan.entry),
      jsonLd: jsonLd(plan.entry),
      html: highlightCode(pictures.html),
      pictures: pictures.count,
      archived: waybackLink('', time?.date ?? null),
      hasBlocks: /<pre |class="(?:scroll|image)"/.test(html),
      hasRare: RARE.test(html),
      outside: outsideLinks(html, time?.date ?? null),
      contents: headings.length >= CONTENTS_FROM ? folded(headings) : [],
      wayBack: headings.length >= WAY_BACK_FROM,
      repairs: body.repairs.map((repair) => ({ ...repair, summary: t.repairRules[repair.rule] })),
      remoteImages: /data-image|<img src="http/.test(html),
    };
  },
});

/** What `rare.css` is for. */
const RARE =
  /class="(?:[^"]* )?(?:box|file|original|missing-picture|formula|contains-task-list|footnotes|data-footnote-backref)\b|<(?:video|audio|dl|sup)\b/;

/** Headings with those of the fourth level below the one before them. */
function folded(headings: readonly Heading[]): (Heading & { below: Heading[] })[] {
  const contents: (Heading & { below: Heading[] })[] = [];
  for (const heading of headings) {
    const before = contents.at(-1);
    if (heading.depth === CONTENTS_DEPTH && before) before.below.push(heading);
    else contents.push({ ...heading, below: [] });
  }
  return contents;
}

/** Links of an article to other sites, each once, with the Internet Archive's copy of the article's day. */
function outsideLinks(html: string, date: string | null): { url: string; text: string; wayback: string }[] {
  const found = new Map<string, { url: string; text: string; wayback: string }>();
  for (const [, url = '', inner = ''] of html
    .replace(MISSING, '')
    .matchAll(/<a href="(https?:[^"]*)" rel="[^"]*external[^>]*>(.*?)<\/a>/gs)) {
    const plain = withoutReferences(url);
    const text = withoutReferences(inner.replace(/<[^>]*>/g, '')).trim();
    if (!found.has(plain))
      found.set(plain, { url: plain, text: text === plain ? '' : text, wayback: waybackLink(plain, date) });
  }
  return [...found.values()];
}

/** Words about what is missing, with the links they offer. */
const MISSING = /<span class="missing-picture".*?<\/span>/gs;

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
    author: authorsOf(author).map((name) => ({ '@type': 'Person', name })),
    inLanguage: 'zh-Hans',
    isBasedOn: url ?? undefined,
    keywords: topics.length ? topics : undefined,
    wordCount: han + words,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
