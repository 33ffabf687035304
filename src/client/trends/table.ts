import { trendsUi as words } from '#locale';
import type { Counted } from './drawn.ts';
import type { Trend } from './trend.ts';
import type { TrendState } from './trend-state.ts';

/** The numbers of a trend, a period a row: its articles, and of each word the matches, their share, and the average that is drawn. */
export function trendTable(
  { unit, periods, lines }: Trend,
  found: readonly Counted[],
  { smooth }: TrendState,
): string[][] {
  const head = [
    words.csvPeriod[unit],
    words.csvArticles,
    ...found.flatMap(({ word, exact }) => [
      words.csvCount(word, exact),
      words.csvShare(word, exact),
      ...(smooth > 1 ? [words.csvDrawn(word, smooth)] : []),
    ]),
  ];
  const decimals = (value: number): string => String(Number(value.toFixed(6)));
  const rows = periods.map(({ key, of }, at) => [
    key,
    String(of),
    ...lines.flatMap(({ counts, values }) => {
      const count = counts[at] ?? 0;
      const value = values[at] ?? null;
      const drawn = value === null ? '' : decimals(value);
      return [String(count), of > 0 ? decimals(count / of) : '', ...(smooth > 1 ? [drawn] : [])];
    }),
  ]);
  return [head, ...rows];
}
