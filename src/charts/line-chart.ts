import { pathRound } from 'd3-path';
import { scaleBand } from 'd3-scale';
import { type Axis, mark, periodNames, picture, valueAxis } from './frame.ts';
import { type ChartNode, node, percent } from './node.ts';
import { type ChartWords, tableTwin } from './table.ts';

/** A period that the lines go through. */
export interface Period {
  /** As the table and the points say it: `2013 年 8 月`. */
  label: string;
  /** As it stands below the plot, '' for nothing: `2013`. */
  name: string;
  /** True for one that says little: a grey strip lies below it, and lines are thin there. */
  muted?: boolean;
}

/** One value of a line. */
export interface Point {
  /** Null where there is nothing to count: the line has a gap. */
  value: number | null;
  /** The value as it is said beside its period; default: as the chart's `format` writes it. */
  said?: string;
  href?: string | undefined;
}

/** One line. */
export interface Series {
  name: string;
  /** Which of the colours, 1 to 6. */
  colour: number;
  /** One point a period. */
  points: readonly Point[];
  /** True for estimates: the line is dashed. */
  about?: boolean;
}

/** A line chart's parts. */
export interface LineChart {
  /** What is shown. */
  label: string;
  /** What there is to see, as a sentence. */
  summary: string;
  /** Head of the table's first column. */
  column: string;
  periods: readonly Period[];
  series: readonly Series[];
  /** Writes a value where it stands alone. */
  format: (value: number) => string;
  /** Writes a value beside the axis. Default: `format`. */
  axis?: (value: number) => string;
  /** Height of the plot in pixels. Default: 200. */
  height?: number;
  /** True for shares, whose axis may end below 1. */
  shares?: boolean;
  /** True where only the last point of each line is a stop of the Tab key: a script leads to the others. */
  roving?: boolean;
  words: ChartWords;
}

/** With more periods points are shown when they are pointed at, or have the focus. */
const SPARSE = 60;
/** Height of the grey strips below the axis, in pixels. */
const STRIP = 4;
/** Units across the plot that the lines are drawn in, before it is stretched. */
const ACROSS = 1000;

/** Makes a line chart with its table. As wide as its place; text, points and the thickness of lines keep their sizes. */
export function lineChart(chart: LineChart): ChartNode {
  const { label, summary, column, periods, series, format, height = 200, words } = chart;
  const values = series.flatMap(({ points }) => telling(points, periods).map(({ value }) => value ?? 0));
  const axis = valueAxis(values, { height, format: chart.axis ?? format }, !chart.shares);
  const band = scaleBand<number>(periods.keys(), [0, 100]);
  const middle = (at: number): number => (band(at) ?? 0) + band.bandwidth() / 2;
  const isLinked = series.some(({ points }) => points.some(({ href }) => href !== undefined));
  const strips = stripsOf(periods).map(([from, to]) =>
    node('rect', {
      class: 'thin',
      x: percent(band(from) ?? 0),
      y: axis.bottom,
      width: percent((to - from) * band.bandwidth()),
      height: STRIP,
    }),
  );
  const lines = node(
    'svg',
    {
      class: 'lines',
      viewBox: `0 0 ${ACROSS} ${axis.bottom}`,
      preserveAspectRatio: 'none',
      width: '100%',
      height: axis.bottom,
    },
    ...series.flatMap((one) => linesOf(one, periods, middle, axis)),
  );
  return node(
    'figure',
    { class: 'plot' },
    picture(
      { label, summary, height: axis.height, isLinked },
      ...strips,
      ...axis.lines,
      lines,
      ...series.map((one) => pointsOf(one, chart, middle, axis)),
      ...periodNames(
        periods.map(({ name }) => name),
        middle,
        axis,
      ),
    ),
    tableTwin(
      words,
      [column, ...series.map(({ name }) => name)],
      periods.map((period, at) => [
        period.label,
        ...series.map(({ points }) => ({ text: saidOf(points[at], format), href: points[at]?.href })),
      ]),
    ),
  );
}

/** Points of the periods that say something, or all: one article of a month with one must not flatten the lines of all the others. */
function telling(points: readonly Point[], periods: readonly Period[]): readonly Point[] {
  const some = points.filter((_, at) => !periods[at]?.muted);
  return some.some(({ value }) => value) ? some : points;
}

/** What a point says. */
const saidOf = (point: Point | undefined, format: LineChart['format']): string =>
  point?.said ?? (point?.value == null ? '' : format(point.value));

/** Ranges `[from, to)` of periods side by side that say little. */
function stripsOf(periods: readonly Period[]): [from: number, to: number][] {
  const strips: [number, number][] = [];
  periods.forEach(({ muted }, at) => {
    const last = strips.at(-1);
    if (!muted) return;
    if (last?.[1] === at) last[1] = at + 1;
    else strips.push([at, at + 1]);
  });
  return strips;
}

/** The line of a series: one path for what counts, one for the stretches that lead to a period which says little. */
function linesOf(
  { points, colour, about }: Series,
  periods: readonly Period[],
  middle: (at: number) => number,
  { yOf }: Axis,
): ChartNode[] {
  const [sure, thin] = [pathRound(2), pathRound(2)];
  let before: { at: number; path: typeof sure } | null = null;
  const place = (at: number): number => (middle(at) / 100) * ACROSS;
  points.forEach(({ value }, at) => {
    if (value === null) return;
    const from = points[at - 1]?.value ?? null;
    if (from !== null) {
      const path = periods[at]?.muted || periods[at - 1]?.muted ? thin : sure;
      if (before?.at !== at - 1 || before.path !== path) path.moveTo(place(at - 1), yOf(from));
      path.lineTo(place(at), yOf(value));
      before = { at, path };
    } else if ((points[at + 1]?.value ?? null) === null) {
      // Alone between gaps: a line of no length is a dot.
      const path = periods[at]?.muted ? thin : sure;
      path.moveTo(place(at), yOf(value));
      path.lineTo(place(at), yOf(value));
    }
  });
  const kind = about ? `line s${colour} about` : `line s${colour}`;
  return [
    { d: thin.toString(), class: `line weak s${colour}` },
    { d: sure.toString(), class: kind },
  ].flatMap(({ d, class: name }) => (d ? [node('path', { class: name, d })] : []));
}

/** The points of a series. */
function pointsOf(
  { name, points, colour }: Series,
  { periods, format, roving }: LineChart,
  middle: (at: number) => number,
  { yOf }: Axis,
): ChartNode {
  const isDense = periods.length > SPARSE;
  const last = points.findLastIndex(({ value, href }) => value !== null && href !== undefined);
  return node(
    'g',
    { class: `points s${colour}${isDense ? ' dense' : ''}` },
    ...points.map((point, at) => {
      const { value, href } = point;
      if (value === null) return null;
      const period = periods[at];
      const said = `${name} ${period?.label ?? ''}：${saidOf(point, format)}`;
      const place = { cx: percent(middle(at)), cy: yOf(value) };
      const isSkipped = roving && href !== undefined && at !== last;
      return mark(
        said,
        href,
        {
          class: period?.muted ? 'point muted' : 'point',
          ...(roving && { 'data-at': at }),
          ...(isSkipped && { tabindex: -1 }),
        },
        node('circle', { class: 'reach', ...place, r: isDense ? 5 : 8 }),
        node('circle', { ...place, r: 3 }),
      );
    }),
  );
}
