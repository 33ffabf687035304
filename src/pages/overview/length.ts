import { barChart } from '../../charts/bar-chart.ts';
import { axisName, FEW, saysLittle } from '../../charts/periods.ts';
import { section } from './section.ts';
import { periodHref, periodOf, timeAxis } from './time-axis.ts';

/** How long articles are: the median of each period, so that one book among them is no trend; nothing where all is of one time. */
export const length = section(
  ({ counts, entries }) => {
    const axis = timeAxis(counts, { monthsUpTo: 2, most: 60 });
    const lengths = new Map<string, number[]>(axis.keys.map((key) => [key, []]));
    for (const { time, han, words } of entries)
      if (time) lengths.get(periodOf(time.date, axis))?.push(han + words);
    return { axis, medians: [...lengths.values()].map(median) };
  },
  ({ axis, medians }, t) => {
    if (axis.keys.length < 2) return null;
    const muted = axis.keys.map((key, at) => saysLittle(key, axis.counts[at] ?? 0, axis.parts));
    const isAllMuted = !muted.includes(false);
    const telling = medians.map((median, at) => (muted[at] && !isAllMuted ? 0 : median));
    const longest = telling.indexOf(telling.reduce((most, value) => Math.max(most, value), 0));
    return {
      heading: t.overview.length,
      answers: t.overview.answers.length,
      chart: barChart({
        label: t.overview.length,
        summary: t.overview.longest(t.overview.period(axis.keys[longest] ?? ''), medians[longest] ?? 0),
        columns: [t.overview.units[axis.unit], t.overview.median],
        bars: axis.keys.map((key, at) => ({
          label: t.overview.period(key),
          name: axisName(key, axis.keys),
          value: medians[at] ?? 0,
          href: axis.counts[at] ? periodHref(key) : undefined,
          muted: muted[at] ?? false,
        })),
        format: t.article.characters,
        axis: t.overview.axis,
        words: t.charts,
      }),
      legend: [],
      note: t.overview.lengthNote(FEW) + t.charts.parts(axis.parts, 'paleBars'),
      more: null,
    };
  },
);

/** The middle one of some numbers, the lower of two; 0 of none. */
function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
