import type { Archive } from '../archive/archive.ts';
import { byText } from '../archive/order.ts';

/** Articles that either period must have: shares of fewer say nothing. */
const ENOUGH = 30;
/** Articles a topic must have, or be expected to have, in the last period. */
const OF_TOPIC = 5;
/** Standard errors between two shares: chance alone goes so far once in a hundred times. */
const FAR = 2.58;
/** How many times larger one share must be: what is sure may still be small. */
const TIMES = 1.5;
/** Topics named in either direction. */
const NAMED = 4;

/** A topic whose share of the articles changed. */
export interface TopicShift {
  name: string;
  path: string;
  /** Shares of the articles, 0 to 1, before the last period and in it. */
  before: number;
  now: number;
  /** Share in each period of twelve months, the first that has enough articles first; null in those that have not. */
  shares: (number | null)[];
}

/** Topics that rose and fell, those farthest from chance first. */
export interface TopicShifts {
  /** Months of the last period, `yyyy-mm`: the twelve that end with the newest article. */
  from: string;
  to: string;
  rising: TopicShift[];
  falling: TopicShift[];
}

/**
 * Compares the topics' shares of the articles of the last twelve months with those of all before, by the test of two proportions
 * (https://en.wikipedia.org/wiki/Two-proportion_Z-test).
 * @returns null where either period has too few articles, or nothing changed for sure
 */
export function topicShifts(archive: Archive): TopicShifts | null {
  const { entries, undated } = archive;
  const to = entries.at(-1)?.time?.date.slice(0, 7);
  if (to === undefined) return null;
  const from = elevenMonthsBefore(to);
  const start = entries.findIndex(({ time }) => time !== null && time.date.slice(0, 7) >= from);
  const [allBefore, allNow] = [start - undated, entries.length - start];
  if (allBefore < ENOUGH || allNow < ENOUGH) return null;

  const allByPeriod = countByPeriod(archive, entries.keys(), to);
  const shifts: (TopicShift & { errors: number })[] = [];
  for (const { name, path, entries: positions } of archive.topics) {
    const dated = positions.filter((position) => position >= undated);
    const countNow = dated.filter((position) => position >= start).length;
    const [before, now] = [(dated.length - countNow) / allBefore, countNow / allNow];
    if (Math.max(countNow, before * allNow) < OF_TOPIC) continue;
    const all = dated.length / (allBefore + allNow);
    const error = Math.sqrt(all * (1 - all) * (1 / allBefore + 1 / allNow));
    const errors = error === 0 ? 0 : (now - before) / error;
    if (Math.abs(errors) < FAR || Math.max(before, now) < TIMES * Math.min(before, now)) continue;
    shifts.push({
      name,
      path,
      before,
      now,
      errors,
      shares: sharesOf(countByPeriod(archive, dated, to), allByPeriod),
    });
  }
  if (shifts.length === 0) return null;
  const farthest = (sign: 1 | -1): TopicShift[] =>
    shifts
      .filter(({ errors }) => errors * sign > 0)
      .sort((a, b) => (b.errors - a.errors) * sign || byText(a.name, b.name))
      .slice(0, NAMED)
      .map(({ errors: _, ...shift }) => shift);
  return { from, to, rising: farthest(1), falling: farthest(-1) };
}

/** Periods of twelve months shown of a topic, the last of them the one compared: a line of more would be a blur. */
const PERIODS = 20;
/** Articles a period must have to be shown: one of three would be a third. */
const OF_PERIOD = 10;

/** Months of a date `yyyy-mm…` since the year 0. */
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The month eleven months before another one. @param month `yyyy-mm` */
function elevenMonthsBefore(month: string): string {
  const months = Math.max(0, monthOf(month) - 11);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Numbers of articles by periods of twelve months that end with the newest article's month: the last first. */
function countByPeriod({ entries }: Archive, positions: Iterable<number>, newest: string): number[] {
  const counts = new Array<number>(PERIODS).fill(0);
  for (const position of positions) {
    const date = entries[position]?.time?.date;
    const period = date === undefined ? PERIODS : Math.floor((monthOf(newest) - monthOf(date)) / 12);
    if (period < PERIODS) counts[period] = (counts[period] ?? 0) + 1;
  }
  return counts;
}

/** Shares in periods, the first one first, from the first that has enough articles on; null where one has too few. */
function sharesOf(own: readonly number[], all: readonly number[]): (number | null)[] {
  const shares = all.map((total, at) => (total < OF_PERIOD ? null : (own[at] ?? 0) / total));
  return shares.slice(0, shares.findLastIndex((share) => share !== null) + 1).reverse();
}
