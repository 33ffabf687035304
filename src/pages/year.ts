import type { Archive } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { heatMap } from '../charts/heat-map.ts';
import type { ChartNode } from '../charts/node.ts';
import type { Strings } from '../locales/index.ts';
import { tally } from '../text/counts.ts';
import { datedRows, dayOf } from './dated-rows.ts';
import { WHOLE_UP_TO } from './divided.ts';
import { groupBy } from './group-by.ts';
import { fullest, level, MONTHS, monthCell } from './levels.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** Days with articles from which on a map of them shows more than the list below. */
const MAP_FROM = 20;

/** One page a year: its months, and every title where these are few enough; else the days only, for a page must stay light. */
export const yearPages = pageKind({
  name: 'year',
  layout: 'year.njk',
  *pages({ archive }) {
    const years = archive.counts;
    for (const [at, { year, count, months }] of years.entries()) {
      const positions = [...(archive.years.get(year)?.values() ?? [])].flat();
      const titles = count <= WHOLE_UP_TO;
      yield {
        path: paths.year(year),
        inputs: {
          year,
          count,
          months,
          rows: titles ? archive.rows(positions) : null,
          days: countDays(archive.entries, positions),
          previous: years[at - 1]?.year ?? null,
          next: years[at + 1]?.year ?? null,
        },
      };
    }
  },
  data({ year, count, months, rows, days, previous, next }, t) {
    const neighbour = (year: string | null) => year && link(t.lists.year(year), paths.year(year));
    const rowsOf = groupBy(rows?.list() ?? [], ({ date }) => date.slice(5, 7));
    const daysOf = groupBy(rows ? [] : days, ({ date }) => date.slice(5, 7));
    return {
      title: t.lists.year(year),
      description: `${t.lists.year(year)} · ${t.lists.articles(count)}`,
      nav: 'time',
      year,
      articles: count,
      strip: MONTHS.map((month) => {
        const own = months.find((one) => one.month === month);
        return own ? { ...monthCell(year, own, fullest(months)), href: `#m-${month}` } : { month, count: 0 };
      }),
      map: days.length >= MAP_FROM ? dayMapOf(year, days, t) : null,
      months: months.map((own) => {
        const days = daysOf.get(own.month) ?? [];
        return {
          ...monthCell(year, own, fullest(months)),
          rows: datedRows(rowsOf.get(own.month) ?? [], null, dayOf, t.lists.day),
          days: days.map(({ date, count }) => ({
            day: date.slice(8),
            count,
            level: level(count, fullest(days)),
            href: `${href(paths.month(year, own.month))}#d-${date.slice(8)}`,
            anchor: '',
          })),
        };
      }),
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});

/** The map of a year's days. Each leads to its place on the page of its month. */
function dayMapOf(year: string, days: readonly { date: string; count: number }[], t: Strings): ChartNode {
  const { label, summary, columns, weekdays, legend } = t.dayMap;
  const most = days.reduce((a, b) => (b.count > a.count ? b : a), { date: '', count: 0 });
  return heatMap({
    year,
    label: label(year),
    summary: summary(days.length, t.dates.day(most.date), t.lists.articles(most.count)),
    columns,
    days: days.map(({ date, count }) => ({
      date,
      value: count,
      href: `${href(paths.month(year, date.slice(5, 7)))}#d-${date.slice(8)}`,
    })),
    sayDay: t.dates.day,
    months: MONTHS.map(t.lists.month),
    weekdays,
    legend,
    format: t.lists.articles,
    words: t.charts,
  });
}

/** Numbers of articles by day, oldest first. */
function countDays(entries: Archive['entries'], positions: readonly number[]) {
  const dates = positions.map((position) => entries[position]?.time?.date ?? '');
  return [...tally(dates)].map(([date, count]) => ({ date, count }));
}
