import type { Archive } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { archiveChart } from './chart.ts';
import { dayBits } from './day-bits.ts';
import { link, type NamedGroup, named } from './link.ts';
import { pageKind } from './page-kind.ts';
import { PAGE_SIZE } from './paging.ts';

/** Articles of the latest day that the home page names. */
const LATEST = 12;
/** Articles of the same day in earlier years. */
const ON_THIS_DAY = 8;
/** Articles before the latest day, named where that day alone would leave the page empty. */
const RECENT = 5;
/** Authors and topics named. */
const GROUPS = 16;

/** The home page: what this is, how far it reaches, where to start. */
export const homePage = pageKind({
  name: 'home',
  layout: 'home.njk',
  *pages({ archive }) {
    const { settings, reach, counts, undated, calendar, authors, topics } = archive;
    yield {
      path: paths.home,
      inputs: {
        description: settings.description,
        reach,
        years: counts,
        undated,
        ...latest(archive),
        dayBits: dayBits(calendar.keys()),
        authors: named(authors.slice(0, GROUPS)),
        moreAuthors: authors.length > GROUPS,
        topics: named(topics.slice(0, GROUPS)),
        moreTopics: topics.length > GROUPS,
      },
    };
  },
  data(inputs, t) {
    const { description, reach, years, day, latest, recent, onThisDay, moreAuthors, moreTopics } = inputs;
    const groupLink = ({ name, path, count }: NamedGroup) => ({ ...link(name, path), count });
    const sameDays = onThisDay.list();
    const monthDay = day?.slice(5) ?? '';
    return {
      title: '',
      description,
      reach,
      chart: archiveChart(years, t),
      latest: reach.articles
        ? {
            name: day ? t.dates.day(day) : t.lists.undated,
            rows: latest.list(),
            more: inputs.moreLatest,
            href: href(day ? paths.month(day.slice(0, 4), day.slice(5, 7)) : paths.undated),
            anchor: day ? `d-${day.slice(8)}` : '',
          }
        : null,
      recent: recent.list(),
      onThisDay: sameDays.length
        ? { ...link(t.dates.monthDay(monthDay), paths.day(monthDay)), rows: sameDays }
        : null,
      days: inputs.dayBits,
      authors: inputs.authors.map(groupLink),
      moreAuthors,
      topics: inputs.topics.map(groupLink),
      moreTopics,
      list: href(paths.list),
      listPages: Math.ceil((reach.articles - inputs.undated) / PAGE_SIZE),
    };
  },
});

/** The newest articles, newest first, and those of earlier years on the archive's latest calendar day: a build knows no «today». */
function latest(archive: Archive) {
  const { entries, calendar } = archive;
  const day = entries.at(-1)?.time?.date ?? null;
  const isOfDay = (at: number): boolean => (entries[at]?.time?.date ?? null) === day;
  const newest = [...entries.keys()].slice(-400).reverse();
  const ofDay = newest.filter(isOfDay);
  const before = newest.slice(0, RECENT + LATEST).filter((at) => !isOfDay(at));
  const earlierYears = (calendar.get(day?.slice(5) ?? '') ?? []).filter((at) => !isOfDay(at)).reverse();
  return {
    day,
    latest: archive.rows(ofDay.slice(0, LATEST)),
    moreLatest: ofDay.length > LATEST,
    // Where the latest day has enough to show, nothing else is.
    recent: archive.rows(day && ofDay.length < RECENT ? before.slice(0, RECENT) : []),
    onThisDay: archive.rows(earlierYears.slice(0, ON_THIS_DAY)),
  };
}
