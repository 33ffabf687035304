import { scaleBand } from 'd3-scale';
import { mark, periodNames, picture, unstopped, valueAxis } from './frame.ts';
import { type ChartNode, node, percent, rounded } from './node.ts';
import { type ChartWords, tableTwin } from './table.ts';

/** One period or group that is counted. */
export interface BarOf {
  /** As the table and the bar itself say it: `2013 年 8 月`. */
  label: string;
  /** As it stands below the bar, '' for nothing: `2013`. */
  name: string;
  value: number;
  /** Where the bar leads. */
  href?: string | undefined;
  /** True for a bar that says little: it is pale. */
  muted?: boolean;
}

/** A bar chart's parts. */
export interface BarChart {
  /** What is shown. */
  label: string;
  /** What there is to see, as a sentence. */
  summary: string;
  /** What the bars are and what they count: heads of the table. */
  columns: readonly [label: string, value: string];
  bars: readonly BarOf[];
  /** Writes a value where it stands alone. */
  format: (value: number) => string;
  /** Writes a value beside the axis. Default: `format`. */
  axis?: (value: number) => string;
  /** Height of the plot in pixels. Default: 120. */
  height?: number;
  /** True for shares, whose axis may end below 1. */
  shares?: boolean;
  words: ChartWords;
}

/** Bars that a chart has room for at least: one alone is no wall. */
const SLOTS = 8;
/** More of them stand closer together. */
const MANY = 60;
/** Least height of a bar, in pixels: one article among thousands stays visible. */
const LEAST = 2;

/** Values of the bars that say something, or of all: a high bar that says little must not flatten all the others. */
function telling(bars: readonly BarOf[]): number[] {
  const some = bars.filter(({ value, muted }) => !muted && value > 0);
  return (some.length > 0 ? some : bars).map(({ value }) => value);
}

/** Makes a bar chart with its table. As wide as its place; text keeps its size. */
export function barChart({
  label,
  summary,
  columns,
  bars,
  format,
  axis: axisFormat = format,
  height = 120,
  shares = false,
  words,
}: BarChart): ChartNode {
  const axis = valueAxis(telling(bars), { height, format: axisFormat }, !shares);
  const band = scaleBand<number>(
    Array.from({ length: Math.max(bars.length, SLOTS) }).keys(),
    [0, 100],
  ).paddingInner(bars.length > MANY ? 0.15 : 0.3);
  const left = (at: number): number => band(at) ?? 0;
  const isLinked = bars.some(({ href }) => href !== undefined);
  const width = percent(band.bandwidth());
  const drawn = bars.map(({ label: period, value, href, muted }, at) => {
    if (!(value > 0)) return null;
    const y = Math.min(axis.yOf(value), axis.bottom - LEAST);
    const x = percent(left(at));
    // A short bar is as easy to point at as a long one.
    const reach = node('rect', { class: 'reach', x, y: axis.top, width, height });
    return mark(
      `${period}：${format(value)}`,
      href,
      { class: muted ? 'bar muted' : 'bar', ...unstopped(href) },
      reach,
      node('rect', { x, y, width, height: rounded(axis.bottom - y) }),
    );
  });
  const middle = (at: number): number => left(at) + band.bandwidth() / 2;
  const names = bars.map(({ name }) => name);
  return node(
    'figure',
    { class: 'plot' },
    picture(
      { label, summary, height: axis.height, isLinked },
      ...axis.lines,
      ...drawn,
      ...periodNames(names, middle, axis),
    ),
    tableTwin(
      words,
      columns,
      bars.map((bar) => [bar.label, { text: format(bar.value), href: bar.href }]),
    ),
  );
}
