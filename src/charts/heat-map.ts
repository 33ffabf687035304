import { mark, unstopped } from './frame.ts';
import { type ChartNode, node } from './node.ts';
import { type ChartWords, tableTwin } from './table.ts';

/** A day that something is counted of. */
export interface DayCount {
  /** `yyyy-mm-dd`, in the year of the map. */
  date: string;
  value: number;
  href?: string | undefined;
}

/** A heat map's parts. */
export interface HeatMap {
  /** `yyyy`. */
  year: string;
  /** What is shown. */
  label: string;
  /** What there is to see, as a sentence. */
  summary: string;
  columns: readonly [label: string, value: string];
  /** Days with at least one, in any order; others are empty. */
  days: readonly DayCount[];
  /** Says a day: `2013 年 8 月 1 日`. */
  sayDay: (date: string) => string;
  /** Names of the twelve months as they stand above their weeks. */
  months: readonly string[];
  /** Names of the seven days of a week, Monday first; '' for one that is not named. */
  weekdays: readonly string[];
  /** Ends of the legend. */
  legend: readonly [least: string, most: string];
  format: (value: number) => string;
  words: ChartWords;
}

/** A day's square and its place, in units of the picture. */
const SIZE = 10;
const STEP = 12;
/** Room for the names of months and of days. */
const TOP = 18;
const LEFT = 20;
/** Levels that days are tinted by. */
const LEVELS = 5;

/**
 * Makes a map of a year's days, a week a column: two halves that stand side by side, or one below the other where the page is narrow, so that days
 * stay large enough to be told apart. Days with something are squares of their own, all the others one path.
 */
export function heatMap(map: HeatMap): ChartNode {
  const most = map.days.reduce((largest, { value }) => Math.max(largest, value), 1);
  const counted = new Map(map.days.map((day) => [day.date, day]));
  const halves = [0, 6].map((from) => half(map, from, counted, most));
  return node(
    'figure',
    { class: 'heat' },
    node('div', { class: 'halves' }, ...halves),
    legend(map.legend),
    tableTwin(
      map.words,
      map.columns,
      [...counted.values()]
        .sort((a, b) => (a.date < b.date ? -1 : 1))
        .map(({ date, value, href }) => [map.sayDay(date), { text: map.format(value), href }]),
    ),
  );
}

/** Six months. @param from the first of them, 0 or 6 */
function half(
  { year, label, summary, sayDay, months, weekdays, format }: HeatMap,
  from: number,
  counted: ReadonlyMap<string, DayCount>,
  most: number,
): ChartNode {
  const first = weekdayOf(year, from, 1);
  const empty: string[] = [];
  const days: ChartNode[] = [];
  const names: ChartNode[] = [];
  let number = first;
  let isLinked = false;
  for (let month = from; month < from + 6; month++) {
    // A name stands above the first week that begins in its month.
    const week = Math.ceil(number / 7);
    names.push(node('text', { class: 'name', x: LEFT + week * STEP, y: 11 }, months[month] ?? ''));
    for (let day = 1; day <= daysIn(year, month); day++, number++) {
      const [x, y] = [LEFT + Math.floor(number / 7) * STEP, TOP + (number % 7) * STEP];
      const date = `${year}-${two(month + 1)}-${two(day)}`;
      const found = counted.get(date);
      if (!found) {
        empty.push(`M${x} ${y}h${SIZE}v${SIZE}h-${SIZE}z`);
        continue;
      }
      const level = Math.min(LEVELS, Math.max(1, Math.ceil((found.value / most) * LEVELS)));
      isLinked ||= found.href !== undefined;
      const square = node('rect', { x, y, width: SIZE, height: SIZE });
      const attributes = { class: `d${level}`, ...unstopped(found.href) };
      days.push(mark(`${sayDay(date)}：${format(found.value)}`, found.href, attributes, square));
    }
  }
  // Six months reach over 27 weeks at most, and over 28 columns where the first of them is cut.
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: isLinked ? 'group' : 'img',
      'aria-label': `${label} ${months[from] ?? ''}–${months[from + 5] ?? ''}`,
      viewBox: `0 0 ${LEFT + 28 * STEP} ${TOP + 7 * STEP}`,
    },
    node('desc', {}, summary),
    ...names,
    ...weekdays.map((name, at) =>
      name ? node('text', { class: 'name weekday', x: 0, y: TOP + at * STEP + 9 }, name) : null,
    ),
    node('path', { class: 'd0', d: empty.join('') }),
    ...days,
  );
}

/** The tints from least to most. */
const legend = ([least, most]: HeatMap['legend']): ChartNode =>
  node(
    'p',
    { class: 'legend', 'aria-hidden': 'true' },
    node('span', {}, least),
    node(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: (LEVELS + 1) * STEP, height: SIZE },
      ...Array.from({ length: LEVELS + 1 }, (_, level) =>
        node('rect', { class: `d${level}`, x: level * STEP, y: 0, width: SIZE, height: SIZE }),
      ),
    ),
    node('span', {}, most),
  );

const two = (number: number): string => String(number).padStart(2, '0');

/** A date without the trap of years below 100, which `Date.UTC` takes for those of the last century. */
function utc(year: string, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month, day);
  return date;
}

const daysIn = (year: string, month: number): number => utc(year, month + 1, 0).getUTCDate();

/** Day of the week of a date, 0 for Monday. */
const weekdayOf = (year: string, month: number, day: number): number =>
  (utc(year, month, day).getUTCDay() + 6) % 7;
