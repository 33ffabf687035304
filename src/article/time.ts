import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import type { ArticleTime } from '../types.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<name>${MONTHS.join('|')})[a-z]*\\.?`;

/** The spellings of a day, most common first; the first that matches counts. */
const DAYS = [
  /(?<!\d)(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?!\d)\s*[日号]?/,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?=$|\D|[0-2]\d(?:[0-5]\d){0,2}(?!\d))/,
  new RegExp(`${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`, 'i'),
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(?<year>\\d{4})`, 'i'),
  new RegExp(`${MONTH}\\s+(?<day>\\d{1,2})\\b(?=.*\\b(?<year>\\d{4})\\s*$)`, 'i'),
];

const CLOCK =
  /(?<before>凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|[ap]\.?m\.?)?\s*(?<!\d)(?<hour>\d{1,2})\s*[:点时]\s*(?<minute>\d{1,2})(?:\s*[:分]\s*(?<second>\d{1,2})(?:[.,]\d+)?)?\s*[分秒]?\s*(?<after>[ap]\.?m\.?)?/i;
const HOUR_ONLY =
  /(?<before>凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上)?\s*(?<!\d)(?<hour>\d{1,2})\s*[点时](?!\d)(?<minute>)(?<second>)(?<after>)/;
const PACKED = /^T?(?<before>)(?<hour>\d{2})(?<minute>\d{2})?(?<second>\d{2})?(?<after>)(?!\d)/;
const OFFSET =
  /(?:\b(?:GMT|UTC)\s*|:\d\d(?:[.,]\d+)?\s*)(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?(?!\d)/i;
const UTC = /(?:\d\s*Z\b|\b(?:GMT|UTC)\b)/;

/** A day and the beginning of its time in digits only, of years that a news site may name: no Unix time then. */
const PACKED_DAY = /^(?:199\d|20\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])/;
/** Unix times that an article may bear: 1990 to 2100. */
const [EARLIEST, LATEST] = [631_152_000, 4_102_444_800];
/** The widest offsets in use. */
const [WEST, EAST] = [-12 * 60, 14 * 60];

/** Han words that say when, and what the time is of. */
export const TIME_WORDS =
  /[年月日号时点分秒]|(?:星期|周|礼拜)[一二三四五六日天]|凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|发[布表](?:时间|于)?|更新(?:时间|于)?|时间|日期/g;

/**
 * Reads a moment from any spelling scrapers leave (ISO, `2013/8/1 7:11`, `2013年8月1日 上午7:11`,
 * `Thu, 01 Aug 2013 07:11:00 +0800`, Unix seconds or milliseconds, …).
 * @param zone IANA name: the zone of times written without one, and the zone of the result
 * @returns null where no moment can be read
 */
export function readTime(written: string, zone: string): ArticleTime | null {
  const text = written.normalize('NFKC').trim();
  if (/^(?:\d{9,10}|\d{12,13})$/.test(text) && !(text.length % 2 === 0 && PACKED_DAY.test(text))) {
    const seconds = Number(text) / (text.length > 10 ? 1000 : 1);
    return seconds < EARLIEST || seconds > LATEST
      ? null
      : toTime(DateTime.fromSeconds(seconds, { zone }), true);
  }
  const found = DAYS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (!found?.groups) return null;
  const { year, month, day, name } = found.groups;
  const date = {
    year: Number(year),
    month: name ? MONTHS.indexOf(name.toLowerCase()) + 1 : Number(month),
    day: Number(day),
  };
  if (date.year < 1900) return null;
  const rest = text.slice(found.index + found[0].length);
  const clock = (CLOCK.exec(rest) ?? HOUR_ONLY.exec(rest) ?? PACKED.exec(rest))?.groups;
  if (!clock) return toTime(DateTime.fromObject(date, { zone }), false);
  const time = {
    hour: hourOf(Number(clock.hour), clock.before || clock.after || ''),
    minute: Number(clock.minute || 0),
    second: Number(clock.second || 0),
  };
  const own = simpleZone(zone, date.year);
  const moment = DateTime.fromObject({ ...date, ...time }, { zone: zoneOf(rest) ?? own });
  return toTime(moment.setZone(own), true);
}

/**
 * China has kept UTC+8 the whole year since 1992 (IANA time zone database): the full calculation of a zone costs as much as the
 * front matter around the time. Not on a year's last day, which another zone may push over the edge.
 */
const simpleZone = (zone: string, year: number): string | Zone =>
  zone === 'Asia/Shanghai' && year > 1992 ? FixedOffsetZone.instance(8 * 60) : zone;

/** 下午3 and 3 pm are 15; 凌晨12 and 12 am are 0; 中午1 is 13. */
function hourOf(hour: number, half: string): number {
  const pm = /^(?:下午|傍晚|晚上|p)/i.test(half) || (half === '中午' && hour < 3);
  const am = /^(?:凌晨|早上|早晨|清晨|上午|a)/i.test(half);
  if (pm && hour < 12) return hour + 12;
  return am && hour === 12 && !half.startsWith('上午') ? 0 : hour;
}

/** The zone named behind a clock; an offset that no place has is none. */
function zoneOf(rest: string): Zone | null {
  const offset = OFFSET.exec(rest)?.groups;
  if (offset) {
    const minutes =
      (Number(offset.hours) * 60 + Number(offset.minutes ?? 0)) * (offset.sign === '-' ? -1 : 1);
    const exists = Number(offset.minutes ?? 0) < 60 && minutes >= WEST && minutes <= EAST;
    return exists ? FixedOffsetZone.instance(minutes) : null;
  }
  return UTC.test(rest) ? FixedOffsetZone.utcInstance : null;
}

function toTime(moment: DateTime, clock: boolean): ArticleTime | null {
  const iso = moment.toISO({ suppressMilliseconds: true, precision: 'second' });
  if (iso === null || moment.year < 1900 || moment.year > 9999) return null;
  const date = iso.slice(0, 10);
  return {
    iso: clock ? iso.replace(/Z$/, '+00:00') : date,
    date,
    clock: clock ? iso.slice(11, 16) : null,
    epoch: Math.floor(moment.toSeconds()),
  };
}
