import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { archiveChart } from './chart.ts';
import { calendarDays, dayBits } from './day.ts';
import { dayName, longDate } from './format.ts';
import { groupLink } from './groups.ts';
import { type PageKind, type Row, reach, rows, view } from './page.ts';

/** Articles of the latest day that the home page names. */
const LATEST = 12;
/** Articles of the same day in earlier years. */
const ON_THIS_DAY = 8;
/** Articles before the latest day, named where that day alone would leave the page empty. */
const RECENT = 5;
/** Authors and topics named. */
const GROUPS = 16;

/** The home page: what this is, how far it reaches, where to start. */
export const homePage: PageKind = {
  name: 'home',
  *views(archive) {
    yield view(paths.home, 'home.njk', {
      title: '',
      description: archive.settings.description,
      count: reach(archive),
      chart: archiveChart(archive),
      latest: latest(archive),
      recent: recent(archive),
      onThisDay: onThisDay(archive),
      days: dayBits(calendarDays(archive).keys()),
      authors: archive.authors.slice(0, GROUPS).map(groupLink),
      moreAuthors: archive.authors.length > GROUPS,
      topics: archive.topics.slice(0, GROUPS).map(groupLink),
      moreTopics: archive.topics.length > GROUPS,
      list: href(paths.list),
    });
  },
};

/** The last positions in the archive, at most `most` of them. */
const newest = ({ entries }: Archive, most: number): number[] => {
  const from = Math.max(0, entries.length - most);
  return Array.from({ length: entries.length - from }, (_, at) => from + at);
};

/** The articles of the latest day, newest first; the undated ones where nothing is dated. */
function latest(archive: Archive) {
  const last = archive.entries.at(-1);
  if (!last) return null;
  const day = last.time?.date;
  const own = newest(archive, 400).filter((at) => archive.entries[at]?.time?.date === day);
  return {
    name: day ? longDate(day) : strings.lists.undated,
    date: day ?? null,
    rows: rows(archive, own.reverse().slice(0, LATEST)),
    more: own.length > LATEST,
    href: day ? href(paths.month(day.slice(0, 4), day.slice(5, 7))) : href(paths.undated),
    anchor: day ? `d-${day.slice(8)}` : '',
  };
}

/** The articles before the latest day, newest first; none where the latest day has enough to show. */
function recent(archive: Archive): Row[] {
  const day = archive.entries.at(-1)?.time?.date;
  const positions = newest(archive, RECENT + LATEST);
  const before = positions.filter((at) => archive.entries[at]?.time?.date !== day);
  if (!day || positions.length - before.length >= RECENT) return [];
  return rows(archive, before.reverse().slice(0, RECENT));
}

/** What appeared in earlier years on the archive's latest calendar day: a build knows no «today». */
function onThisDay(archive: Archive) {
  const date = archive.entries.at(-1)?.time?.date;
  if (!date) return null;
  const day = date.slice(5);
  const positions = (calendarDays(archive).get(day) ?? []).filter(
    (at) => archive.entries[at]?.time?.date !== date,
  );
  if (positions.length === 0) return null;
  return {
    name: dayName(day),
    href: href(paths.day(day)),
    rows: rows(archive, positions.toReversed().slice(0, ON_THIS_DAY)),
  };
}
