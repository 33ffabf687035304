import { charts, trendsUi as words } from '#locale';
import { FEW } from '../../charts/periods.ts';
import { type Counted, sayValue } from './drawn.ts';
import type { Trend } from './trend.ts';
import type { TrendState } from './trend-state.ts';

/** True where no word was found in any period. */
export const isEmpty = ({ lines }: Trend): boolean =>
  lines.every(({ counts }) => counts.every((count) => count === 0));

/** Says all words in one period. */
export function sayPeriod(
  { periods, lines }: Trend,
  counted: readonly Counted[],
  at: number,
  state: TrendState,
): string {
  const values = counted.flatMap(({ word }, number) => {
    const value = lines[number]?.values[at] ?? null;
    return value === null ? [] : [`${word} ${sayValue(value, state)}`];
  });
  return [words.period(periods[at]?.key ?? ''), ...values].join('　');
}

/** Says what did not go as asked. @param left words that were too many */
export function sayProblems(
  trend: Trend,
  counted: readonly Counted[],
  left: readonly string[],
  { from, to }: TrendState,
): string {
  const { periods, lines, undated } = trend;
  const wordsOf = (list: readonly Counted[]): string[] => list.map(({ word }) => word);
  const unsearchable = counted.filter(({ searchable }) => !searchable);
  const none = counted.filter(({ searchable, total }) => searchable && total === 0);
  const isElsewhere = none.length + unsearchable.length < lines.length && isEmpty(trend);
  const nothing = undated > 0 && !from && !to ? words.nothingDated : words.nothingHere;
  return [
    left.length > 0 ? words.tooMany(left) : '',
    unsearchable.length > 0 ? words.unsearchable(wordsOf(unsearchable)) : '',
    none.length > 0 ? words.none(wordsOf(none)) : '',
    periods.length === 0 ? nothing : isElsewhere ? words.notHere : '',
  ].join('');
}

/** Says what is to be known of the numbers. */
export function sayRemarks(
  { unit, periods, outside, undated, parts }: Trend,
  counted: readonly Counted[],
  { smooth, as }: TrendState,
): string[] {
  return [
    counted.some(({ exact }) => !exact) ? words.about : '',
    periods.some(({ of }) => of > 0 && of < FEW) ? words.few(FEW, unit) : '',
    charts.parts(parts, 'strips'),
    smooth > 1 ? words.smoothed(smooth, unit, as === 'share') : '',
    outside > 0 ? words.outside(outside) : '',
    undated > 0 ? words.undated(undated) : '',
  ].filter((text) => text !== '');
}
