import { ticks } from 'd3-array';
import { type ChartNode, node, percent, rounded } from './node.ts';
import { roundStep } from './round-step.ts';

/** Room above the plot for the highest number, and below it for the names of periods, in pixels. */
const ABOVE = 18;
const BELOW = 24;
/** Room left of the plot for numbers, in pixels; the styles keep it. Lines reach over it, so that a chart begins where text does. */
const GUTTER = 44;
/** Lines across a plot, about. */
const LINES = 3;
/** Where the axis of shares ends at least, and any axis at most: what can be drawn and read. */
const LEAST_SHARE = 1e-6;
const MOST = 1e15;
/** Where a name below a plot has no room for its right half, in percent. */
const LAST = 97;
/** Most names below a plot, on a wide and on a narrow page. */
const NAMES = { wide: 16, narrow: 6 };

/** A plot: what its values are, and how high it is. */
export interface Plot {
  /** In pixels, without what stands above and below. */
  height: number;
  /** Writes a value beside its line. */
  format: (value: number) => string;
}

/** The vertical axis of a plot: heights from its upper edge, in pixels. */
export interface Axis {
  top: number;
  bottom: number;
  /** Height of the whole picture. */
  height: number;
  yOf(value: number): number;
  lines: readonly ChartNode[];
}

/** Makes the vertical axis from 0 to the first round number that is not less than the largest value. @param whole true where there is nothing between 0 and 1 */
export function valueAxis(values: readonly number[], { height, format }: Plot, whole: boolean): Axis {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value) && value > largest) largest = value;
  largest = Math.min(Math.max(largest, whole ? 1 : LEAST_SHARE), MOST);
  const marks = ticks(0, largest, LINES).filter((mark) => !whole || Number.isInteger(mark));
  const step = (marks[1] ?? 1) - (marks[0] ?? 0);
  const last = marks.at(-1) ?? 0;
  if (last < largest || last === 0) marks.push(last + step);
  const end = marks.at(-1) || 1;
  const bottom = ABOVE + height;
  const yOf = (value: number): number =>
    rounded(bottom - (Math.min(Math.max(0, value || 0), end) / end) * height);
  const lines = marks.flatMap((mark) => {
    const y = yOf(mark);
    const line = node('line', { class: mark === 0 ? 'base' : 'grid', x1: -GUTTER, x2: '100%', y1: y, y2: y });
    return mark === 0 ? [line] : [line, node('text', { class: 'value', x: -GUTTER, y: y - 4 }, format(mark))];
  });
  return { top: ABOVE, bottom, height: bottom + BELOW, yOf, lines };
}

/**
 * Names below a plot: as many as there is room for, fewer of them on a narrow page.
 * @param names of the periods in order; '' for one that is not named
 * @param middleOf the middle of a period, 0 to 100
 */
export function periodNames(
  names: readonly string[],
  middleOf: (at: number) => number,
  { height }: Axis,
): ChartNode[] {
  const named = names.flatMap((name, at) => (name ? [{ name, at }] : []));
  const every = roundStep(named.length / NAMES.wide);
  const shown = named.filter((_, at) => at % every === 0);
  const narrow = roundStep(shown.length / NAMES.narrow);
  return shown.map(({ name, at }, number) => {
    const middle = middleOf(at);
    // A name at the right edge ends there.
    const kind = middle > LAST ? 'name last' : 'name';
    return node(
      'text',
      {
        class: number % narrow === 0 ? kind : `${kind} minor`,
        x: percent(middle > LAST ? 100 : middle),
        y: height - 6,
      },
      name,
    );
  });
}

/** A chart's picture: an image where nothing in it can be followed, else a group of links. */
export const picture = (
  { label, summary, height, isLinked }: { label: string; summary: string; height: number; isLinked: boolean },
  ...children: readonly (ChartNode | null)[]
): ChartNode =>
  node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: isLinked ? 'group' : 'img',
      'aria-label': label,
      width: '100%',
      height,
    },
    node('desc', {}, summary),
    ...children,
  );

/** A shape that says what it stands for, and leads somewhere where it has an address. */
export function mark(
  said: string,
  href: string | undefined,
  attributes: Record<string, string | number>,
  ...shapes: ChartNode[]
): ChartNode {
  const title = node('title', {}, said);
  return href === undefined
    ? node('g', attributes, title, ...shapes)
    : node('a', { ...attributes, href }, title, ...shapes);
}

/** Keeps a link of a chart from being a stop of the Tab key, where the table beside it has the same links: hundreds of stops would bar the way. */
export const unstopped = (href: string | undefined): { tabindex?: number } =>
  href === undefined ? {} : { tabindex: -1 };
