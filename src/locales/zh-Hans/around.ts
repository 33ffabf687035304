import { type CalendarDistance, calendarDistance } from '../calendar-distance.ts';
import { grouped } from '../grouped.ts';

/** What stands below an article of what came before and after it, and the pages of threads. */
export const around = {
  title: '前后',
  before: '此前',
  after: '后来',
  alike: '相近',
  copies: '同文转载',
  note: '档案按内容相近找出，不是原文的一部分。',
  /** Threads by how their articles belong together: no kind promises more than the archive holds. */
  kinds: {
    event: { name: '连续报道', note: '几周里接连写到的同一件事。' },
    series: { name: '系列', note: '标题自己编号，按编号排；缺的号，档案里没有。' },
    headed: { name: '同题文章', note: '标题开头相同、前后相隔不久的几篇。' },
    releases: { name: '历次发布', note: '同一样东西的发布消息，档案里有几次就列几次，不是全部版本。' },
  },
  /** @param number its own number in a series, its place in a report; null where that would promise all there are */
  threadPlace: (name: string, number: number | null) =>
    number === null ? `〈${name}〉` : `〈${name}〉之${numeral(number)}`,
  threadsTitle: '系列与连续报道',
  threadsNote: '由档案按标题和内容找出，只有档案里有的，不一定齐全。',
  /** Distance of a day from another, `yyyy-mm-dd` both: «两年后», «次日», «近三个月前». */
  distance(from: string, to: string): string {
    const isLater = to > from;
    const apart = isLater ? calendarDistance(from, to) : calendarDistance(to, from);
    if (apart.total === 0) return '同日';
    if (apart.total === 1) return isLater ? '次日' : '前一日';
    return span(apart) + (isLater ? '后' : '前');
  },
};

/** Days by which a span may be longer or shorter than whole months and still be called so. */
const CLOSE = 3;

/** A span of two days or more. Short ones are exact; of longer ones it is said whether they are over (多) or just under (近). */
function span({ years, months, days, total }: CalendarDistance): string {
  if (years === 0 && months === 0) return total % 7 === 0 ? `${counted(total / 7)}周` : `${counted(total)}天`;
  const nearlyMonth = days >= 31 - CLOSE - 1;
  if (years === 0) {
    if (months === 11 && days > CLOSE) return '近一年';
    if (nearlyMonth) return `近${counted(months + 1)}个月`;
    if (days <= CLOSE) return months === 6 ? '半年' : `${counted(months)}个月`;
    return months === 6 ? '半年多' : `${counted(months)}个多月`;
  }
  if (months === 0 && days <= 15) return `${counted(years)}年`;
  if (months === 11) return `近${counted(years + 1)}年`;
  const isHalf = (months === 5 && days > 15) || (months === 6 && days <= 15);
  return isHalf ? `${counted(years)}年半` : `${counted(years)}年多`;
}

// A string, not a list made of it: what is made is left in every bundle that has words.
const DIGITS = '零一二三四五六七八九';

/** A number in Han characters as far as they read well: `十二`, `三十`; above 99 in digits. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number > 99) return ` ${grouped(number)}`;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}

/** A number before what it counts: `两`. */
const counted = (number: number): string => (number === 2 ? '两' : numeral(number).trim());
