import { paths } from '../../archive/paths.ts';
import { barChart } from '../../charts/bar-chart.ts';
import { axisName } from '../../charts/periods.ts';
import { section } from './section.ts';
import { periodHref, timeAxis } from './time-axis.ts';

/** Articles a month, or a year where the archive is long; nothing where all is of one time. */
export const articles = section(
  ({ counts, undated }) => ({ axis: timeAxis(counts, { monthsUpTo: 20, most: 60 }), undated }),
  ({ axis, undated }, t) => {
    const { unit, keys, counts, outside, parts } = axis;
    if (keys.length < 2) return null;
    const best = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
    return {
      heading: t.overview.articles[unit],
      answers: t.overview.answers.articles,
      chart: barChart({
        label: t.overview.articles[unit],
        summary: t.overview.most(t.overview.period(keys[best] ?? ''), counts[best] ?? 0),
        columns: [t.overview.units[unit], t.overview.count],
        bars: keys.map((key, at) => ({
          label: t.overview.period(key),
          name: axisName(key, keys),
          value: counts[at] ?? 0,
          href: counts[at] ? periodHref(key) : undefined,
          // Here a year of few articles is what the chart shows; only one that is not over says little.
          muted: parts.some(({ year }) => year === key),
        })),
        format: t.lists.articles,
        axis: t.overview.axis,
        height: 180,
        words: t.charts,
      }),
      legend: [],
      note: t.overview.left(outside, undated) + t.charts.parts(parts, 'paleBars'),
      more: { name: t.lists.timeTitle, href: paths.time },
    };
  },
);
