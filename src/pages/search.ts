import { href, paths } from '../archive/paths.ts';
import { dayBits } from './day-bits.ts';
import { link, yearLinks } from './link.ts';
import { pageKind } from './page-kind.ts';
import { PAGE_SIZE } from './paging.ts';
import { waysFrom, waysIn } from './ways.ts';

/** Where among all articles the one stands that is offered to readers without JavaScript: others draw one by chance. */
const ANY = 0.618;

/** The search page; before anything is typed, and without JavaScript, it offers the ways to browse. */
export const searchPage = pageKind({
  name: 'search',
  layout: 'search.njk',
  *pages({ archive }) {
    const { settings, reach, years, entries, undated, calendar } = archive;
    yield {
      path: paths.search,
      inputs: {
        description: settings.description,
        ways: waysIn(archive),
        reach,
        years: [...years.keys()],
        wander: entries[Math.floor(entries.length * ANY)]?.path ?? null,
        day: entries.at(-1)?.time?.date.slice(5) ?? null,
        dayBits: dayBits(calendar.keys()),
        dated: entries.length - undated,
      },
    };
  },
  data: ({ description, ways, reach, years, wander, day, dayBits, dated }, t) => ({
    title: t.search.title,
    description,
    nav: 'search',
    reach,
    years: yearLinks(years),
    wander: wander === null ? '' : href(wander),
    day: day === null ? null : link(t.dates.monthDay(day), paths.day(day)),
    days: dayBits,
    // The list stands below, among the ways to browse.
    ways: waysFrom(paths.list, ways, t),
    listPages: Math.ceil(dated / PAGE_SIZE),
  }),
});
