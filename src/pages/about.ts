import { paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import { type Facts, type PageKind, reach, view } from './page.ts';

/** Original hosts named one by one. */
const HOSTS = 20;

/** What this archive is: numbers, where its articles come from, what was repaired. */
export const aboutPage: PageKind = {
  name: 'about',
  *views(archive, facts) {
    const { entries, settings } = archive;
    const { span } = reach(archive);
    const characters = entries.reduce((sum, { han, words }) => sum + han + words, 0);
    const numbers = [
      { name: strings.about.articles, value: grouped(entries.length), figure: true },
      { name: strings.about.span, value: span, figure: true },
      { name: strings.about.authors, value: grouped(archive.authors.length), figure: true },
      {
        name: strings.about.topics,
        value: archive.topics.length ? grouped(archive.topics.length) : '',
        figure: true,
      },
      { name: strings.about.characters, value: grouped(characters), figure: true },
      { name: strings.about.undated, value: archive.undated ? grouped(archive.undated) : '', figure: true },
      { name: strings.about.maintainer, value: settings.maintainer ?? '', figure: false },
      { name: strings.about.licence, value: settings.licence ?? '', figure: false },
      { name: strings.about.certificate, value: certificateLine(facts), figure: false },
    ];
    yield view(paths.about, 'about.njk', {
      title: strings.about.title,
      description: settings.description,
      nav: 'about',
      count: reach(archive),
      numbers: numbers.filter(({ value }) => value),
      ...hosts(archive),
      repairs: facts.repairs.map(({ rule, summary, count }) => ({ rule, summary, count: grouped(count) })),
      problems: facts.problems.map(({ rule, count }) => ({ rule, count: grouped(count) })),
    });
  },
};

/** What the build found out about its own search. */
function certificateLine({ certificate }: Facts): string {
  if (!certificate || certificate.strings === 0) return '';
  const { strings: count, checked, documents } = certificate;
  const articles = strings.about.certificateArticles(grouped(checked), checked < documents);
  return strings.about.certified(grouped(count), articles);
}

function hosts(archive: Archive) {
  const counts = new Map<string, number>();
  // Nearly all addresses begin like another one: few are taken apart.
  const hosts = new Map<string, string>();
  let [before, host] = ['', ''];
  for (const { url } of archive.entries) {
    if (!url || !before || !url.startsWith(before)) {
      const [start = ''] = /^\w+:\/\/[^/?#]+/.exec(url ?? '') ?? [];
      host = url ? (hosts.get(start) ?? new URL(url).host.replace(/^www\./, '')) : strings.about.noUrl;
      if (start) hosts.set(start, host);
      before = start && `${start}/`;
    }
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    hosts: sorted.slice(0, HOSTS).map(([host, count]) => ({ host, articles: grouped(count) })),
    moreHosts: sorted.length > HOSTS ? grouped(sorted.length - HOSTS) : '',
  };
}
