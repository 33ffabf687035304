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
  /** Share in each year from the archive's first to its last; null in years without articles. */
  years: (number | null)[];
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
  const { entries, undated, counts } = archive;
  const to = entries.at(-1)?.time?.date.slice(0, 7);
  if (to === undefined) return null;
  const from = elevenMonthsBefore(to);
  const start = entries.findIndex(({ time }) => time !== null && time.date.slice(0, 7) >= from);
  const [allBefore, allNow] = [start - undated, entries.length - start];
  if (allBefore < ENOUGH || allNow < ENOUGH) return null;

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
    shifts.push({ name, path, before, now, errors, years: yearShares(archive.countByYear(dated), counts) });
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

/** The month eleven months before another one. @param month `yyyy-mm` */
function elevenMonthsBefore(month: string): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - 11;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Years shown of a topic: a line of more would be a blur. */
const YEARS = 20;

function yearShares(
  own: readonly { year: string; count: number }[],
  all: readonly { year: string; count: number }[],
): (number | null)[] {
  const counts = new Map(own.map(({ year, count }) => [Number(year), count]));
  const totals = new Map(all.map(({ year, count }) => [Number(year), count]));
  const last = Number(all.at(-1)?.year);
  const first = Math.max(Number(all[0]?.year), last - YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const total = totals.get(first + at);
    return total === undefined ? null : (counts.get(first + at) ?? 0) / total;
  });
}
