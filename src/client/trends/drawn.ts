import { charts, trendsUi as words } from '#locale';
import type { LineChart } from '../../charts/line-chart.ts';
import { axisName, saysLittle } from '../../charts/periods.ts';
import type { Months } from '../search/engine.ts';
import { writeSearchState } from '../search/search-state.ts';
import type { Trend } from './trend.ts';
import type { TrendState } from './trend-state.ts';

/** A word, and what was found of it. */
export interface Counted extends Pick<Months, 'total' | 'exact' | 'searchable'> {
  word: string;
}

/** Says a drawn value: a share, or a number. */
export const sayValue = (value: number, { as, smooth }: TrendState): string =>
  as === 'share' ? words.share(value) : smooth === 1 ? words.total(value, true) : words.mean(value);

/** Address of the search of a word, in a month, in a year or at any time. @param root address of the site's root */
export function searchAddress(word: string, key: string, root: string): string {
  const filters = key === '' ? {} : { year: key.slice(0, 4), ...(key.length > 4 && { month: key }) };
  return `${root}search.html${writeSearchState({ query: word, filters, sort: 'relevance', page: 1 })}`;
}

/** The trend as a line chart's parts. Words that nothing was found of have no line. */
export function drawnTrend(
  { unit, periods, lines, parts }: Trend,
  found: readonly Counted[],
  state: TrendState,
  root: string,
): LineChart {
  const series = found.flatMap(({ word, exact }, number) => {
    const line = lines[number];
    if (!line?.counts.some((count) => count > 0)) return [];
    const points = periods.map(({ key, of }, at) => {
      const value = line.values[at] ?? null;
      if (value === null) return { value };
      const count = line.counts[at] ?? 0;
      const said = words.point(sayValue(value, state), count, of, exact, state.smooth > 1);
      return { value, said, href: count > 0 ? searchAddress(word, key, root) : undefined };
    });
    return [{ name: words.column(word, exact), colour: number + 1, points, about: !exact }];
  });
  const names = found.map(({ word }) => word);
  const keys = periods.map(({ key }) => key);
  const muted = periods.map(({ key, of }) => saysLittle(key, of, parts));
  return {
    label: words.chart(names, words.measures[state.as], words.units[unit]),
    summary: peaks(periods, muted, found, lines, state),
    column: words.csvPeriod[unit],
    periods: periods.map(({ key }, at) => ({
      label: words.period(key),
      name: axisName(key, keys),
      muted: muted[at] ?? false,
    })),
    series,
    format: (value) => sayValue(value, state),
    axis: state.as === 'share' ? words.axisShare : words.axisCount,
    height: 260,
    shares: state.as === 'share' || state.smooth > 1,
    roving: true,
    words: charts,
  };
}

/** Where each word is highest, among the periods that say something. */
function peaks(
  periods: Trend['periods'],
  muted: readonly boolean[],
  found: readonly Counted[],
  lines: Trend['lines'],
  state: TrendState,
): string {
  const sentences = found.map(({ word }, number) => {
    let best: { at: number; value: number } | null = null;
    periods.forEach((_, at) => {
      const value = lines[number]?.values[at] ?? 0;
      if (value > (best?.value ?? 0) && !muted[at]) best = { at, value };
    });
    return best ? sayPeak(word, periods, best, state) : '';
  });
  return sentences.join('');
}

const sayPeak = (
  word: string,
  periods: Trend['periods'],
  { at, value }: { at: number; value: number },
  state: TrendState,
): string => words.peak(word, words.period(periods[at]?.key ?? ''), sayValue(value, state));
