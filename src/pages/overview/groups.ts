import { href, paths } from '../../archive/paths.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { axisName, FEW, saysLittle } from '../../charts/periods.ts';
import { rankChart } from '../../charts/rank-chart.ts';
import { type Section, section } from './section.ts';
import { periodOf, timeAxis } from './time-axis.ts';

/** Lines of a chart: as many as there are colours. */
const LINES = 6;

/** The authors, or topics, with most articles, over time; a ranking where all is of one time or of none. */
const groupsOverTime = (groups: 'authors' | 'topics'): Section =>
  section(
    (archive) => {
      const axis = timeAxis(archive.counts, { monthsUpTo: 2, most: 60 });
      const places = new Map(axis.keys.map((key, at) => [key, at]));
      const lines = archive[groups].slice(0, LINES).map(({ name, path, entries }) => {
        const counts = axis.keys.map(() => 0);
        for (const position of entries) {
          const at = places.get(periodOf(archive.entries[position]?.time?.date ?? '', axis));
          if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
        }
        return { name, path, count: entries.length, counts };
      });
      return { axis, lines, isOne: archive[groups].length === 1 };
    },
    ({ axis, lines, isOne }, t) => {
      // What nobody signed has no authors.
      if (lines.every(({ name }) => groups === 'authors' && name === t.reading.anonymous)) return null;
      const heading = isOne ? t.lists[`${groups}Title`] : t.overview[groups];
      const answers = t.overview.answers[groups];
      const more = isOne ? null : { name: t.overview.all[groups], href: href(paths[groups]) };
      if (axis.keys.length < 2) {
        const columns = [heading, t.overview.count] as const;
        const rows = lines.map(({ name, path, count }) => ({ name, value: count, href: href(path) }));
        return {
          heading,
          answers,
          chart: rankChart({ columns, rows, format: t.lists.articles }),
          legend: [],
          note: '',
          more,
        };
      }
      return {
        heading,
        answers,
        chart: lineChart({
          label: heading,
          summary: t.lists.names(lines.map(({ name, count }) => `${name} ${t.lists.articles(count)}`)),
          column: t.overview.units[axis.unit],
          periods: axis.keys.map((key, at) => ({
            label: t.overview.period(key),
            name: axisName(key, axis.keys),
            muted: saysLittle(key, axis.counts[at] ?? 0, axis.parts),
          })),
          series: lines.map(({ name, counts }, at) => ({
            name,
            colour: at + 1,
            points: counts.map((value, period) => ({ value: axis.counts[period] ? value : null })),
          })),
          format: t.lists.articles,
          axis: t.overview.axis,
          height: 180,
          words: t.charts,
        }),
        legend: lines.map(({ name, path, count }, at) => ({ name, href: href(path), colour: at + 1, count })),
        note:
          (axis.counts.some((count) => count < FEW) ? t.overview.few(FEW) : '') +
          t.charts.parts(axis.parts, 'strips'),
        more,
      };
    },
  );

export const topics = groupsOverTime('topics');
export const authors = groupsOverTime('authors');
