import type { Archive, YearCount } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { tally } from '../text/counts.ts';
import { dayBits } from './day-bits.ts';
import { link, named, namedLink } from './link.ts';
import { pageKind } from './page-kind.ts';
import { PAGE_SIZE } from './paging.ts';
import { longestThreads, threadLink } from './threads.ts';
import { monthSpans, spark, timeline, yearSpans } from './timeline.ts';
import { type TopicShift, topicShifts } from './topic-shifts.ts';

/** Newest articles. */
const NEWEST = 7;
/** Articles of the same day in earlier years, one a year; the first is the headline. */
const ON_THIS_DAY = 5;
/** The longest threads. */
const THREADS = 3;
/** Authors and topics named. */
const GROUPS = 12;

/** The home page: what this is, how far it reaches, where to start. */
export const homePage = pageKind({
  name: 'home',
  layout: 'home.njk',
  *pages({ archive }) {
    const { settings, reach, counts, undated, calendar, authors, topics, entries } = archive;
    const day = entries.at(-1)?.time?.date ?? null;
    yield {
      path: paths.home,
      inputs: {
        description: settings.description,
        reach,
        years: counts,
        // An archive of one year shows its days.
        days: counts.length === 1 ? [...tally(entries.flatMap(({ time }) => time?.date ?? []))] : [],
        undated,
        day,
        newest: archive.rows(newest(archive)),
        first: archive.rows(undated < entries.length ? [undated] : []),
        onThisDay: archive.rows(onThisDay(archive, day)),
        dayBits: dayBits(calendar.keys()),
        shifts: topicShifts(archive),
        threads: longestThreads(archive, THREADS),
        moreThreads: archive.relations.threads.length > THREADS,
        authors: named(authors.slice(0, GROUPS)),
        moreAuthors: authors.length > GROUPS,
        topics: named(topics.slice(0, GROUPS)),
        moreTopics: topics.length > GROUPS,
      },
    };
  },
  data(inputs, t) {
    const { description, reach, years, undated, day, newest, shifts } = inputs;
    const { moreThreads, moreAuthors, moreTopics } = inputs;
    const sameDays = inputs.onThisDay.list();
    const monthDay = day?.slice(5) ?? '';
    const [first] = inputs.first.list();
    const dated = reach.articles - undated;
    return {
      title: '',
      description,
      reach,
      timeline: timelineOf(years, inputs.days, t),
      first:
        first && dated > 1
          ? { ...first, name: t.replay.all, total: dated, list: href(paths.listPage(1)) }
          : null,
      newest: newest.list(),
      newestTitle: day ? t.front.newest : t.lists.undated,
      more: (day ? dated : undated) > NEWEST ? whereNewest(day, t) : null,
      onThisDay: sameDays.length
        ? { ...link(t.dates.monthDay(monthDay), paths.day(monthDay)), rows: sameDays }
        : null,
      dayBits: inputs.dayBits,
      shifts: shifts && {
        period: t.front.period(shifts.from, shifts.to),
        groups: [
          { name: t.front.rising, topics: shifts.rising.map(shown) },
          { name: t.front.falling, topics: shifts.falling.map(shown) },
        ].filter(({ topics }) => topics.length > 0),
      },
      threads: inputs.threads.map(threadLink),
      moreThreads,
      authors: inputs.authors.map(namedLink),
      moreAuthors,
      topics: inputs.topics.map(namedLink),
      moreTopics,
      list: href(paths.list),
      listPages: Math.ceil(dated / PAGE_SIZE),
    };
  },
});

/** The newest articles, newest first; where nothing is dated, the last of those without a date. */
const newest = ({ entries, undated }: Archive): number[] =>
  [...entries.keys()]
    .slice(undated < entries.length ? undated : 0)
    .slice(-NEWEST)
    .reverse();

/** The page that has the newest articles and more. */
const whereNewest = (day: string | null, t: Strings) => {
  const [year = '', month = ''] = day?.split('-') ?? [];
  return day
    ? link(t.dates.month(year, month), paths.month(year, month))
    : link(t.lists.undated, paths.undated);
};

/** The whole archive at a glance: its years, the months where it has one year, and nothing where it has one month. */
function timelineOf(
  years: readonly YearCount[],
  days: readonly (readonly [date: string, count: number])[],
  t: Strings,
) {
  const [only, ...others] = years;
  if (!only || (others.length === 0 && only.months.length === 1)) return null;
  if (others.length > 0) return timeline('years', t.home.timeline, yearSpans(years), t);
  return timeline('months', t.home.timelineMonths(only.year), monthSpans(only.year, days), t);
}

/** A topic with its line, and its articles of a hundred. */
const shown = ({ name, path, before, now, shares }: TopicShift) => ({
  ...link(name, path),
  before: ofHundred(before),
  now: ofHundred(now),
  spark: spark(shares),
});

/** Articles of a hundred: a small number with one decimal. */
const ofHundred = (share: number): string =>
  (share < 0.0995 ? (share * 100).toFixed(1) : String(Math.round(share * 100))).replace(/^0\.0$/, '0');

/** Articles of the archive's latest calendar day in earlier years, one a year, the earliest first: a build knows no «today». */
function onThisDay({ entries, calendar }: Archive, day: string | null): number[] {
  const years = new Set(day === null ? [] : [day.slice(0, 4)]);
  return (calendar.get(day?.slice(5) ?? '') ?? [])
    .filter((position) => {
      const year = entries[position]?.time?.date.slice(0, 4) ?? '';
      const isNew = !years.has(year);
      years.add(year);
      return isNew;
    })
    .slice(-ON_THIS_DAY);
}
