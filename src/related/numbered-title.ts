import { fold } from '../search/gram/fold.ts';

/** A title that numbers itself. */
export interface NumberedTitle {
  /** What the articles of a series have in common before their numbers, folded, without blanks and punctuation. */
  stem: string;
  /** The same as it is written. */
  name: string;
  number: number;
}

/** Units of a title that are looked at. */
const LOOKED_AT = 200;

const DIGITS = '〇一二三四五六七八九';
const N = '(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,5})';
/** What a number counts. Years of a programme and volumes are a part of the name. */
const UNIT = '(?:部分|篇|章|节|回|讲|课|期|集|弹|步|天|话|夜|周|日)';

/** The ways titles number themselves; the group is the number. The first of them that stands in a title is taken. */
const MARKS: readonly RegExp[] = [
  // （三） (3) 【3】, and the halves and thirds of a text: （上） （下）
  new RegExp(`[（(【\\[]\\s*(?:第\\s*|part\\s*\\.?|#)?(${N}|[上中下终完])\\s*${UNIT}?\\s*[)）】\\]]`, 'iu'),
  // 第三部分 第 3 篇
  new RegExp(`第\\s*(${N})\\s*${UNIT}`, 'iu'),
  // Part 4, #4, No. 4, Vol. 4
  /(?:\bpart\s*\.?|(?<![a-z])#|\bno\.|\bvol\.?|\bepisode|\bep\.?)\s*(\d{1,4})(?![\d.])/iu,
  // 之三, where nothing goes on: «世界上最小的发行版之一» numbers nothing
  /之([二三四五六七八九十]{1,3}|一(?=\s*[：:—（(]))(?=$|[\s：:—，,（(])/u,
  // 系列 3, 笔记12, 【深度理财01】
  /(?<=系列|教程|笔记|连载|专题|讲座|日记|周报|周刊|月报|日报|问答)\s*[-—:：]?\s*(\d{1,4})(?![\d.年月日])/u,
  /[【[][^】\]\d]{2,20}?\s*(\d{1,3})\s*[】\]]/u,
];

/** Opening brackets and separators that a number leaves behind at the end of a name. */
const TAIL = /[\s:：\-–—―_,，、.。·|/（(【[《「“"#]+$/u;
/** What names of one series are written with or without. */
const LOOSE = /[\s的和与及之\p{P}\p{S}]/gu;
/** Units of a stem that tells: 树莓, Go. */
const SHORTEST = 2;

/** Finds the number by which a title places itself in a series, or null. */
export function numberedTitle(whole: string): NumberedTitle | null {
  const title = whole.slice(0, LOOKED_AT);
  for (const mark of MARKS) {
    const found = mark.exec(title);
    const digits = found?.[1];
    if (!found || digits === undefined) continue;
    const before =
      mark === MARKS.at(-1) ? found[0].slice(1, found[0].indexOf(digits)) : title.slice(0, found.index);
    const name = balanced(before.replace(TAIL, '').trim());
    const stem = fold(name).replace(LOOSE, '');
    const number = numberOf(digits);
    return stem.length >= SHORTEST && number !== null ? { stem, name, number } : null;
  }
  return null;
}

/** A name without a bracket that the number closed. */
function balanced(name: string): string {
  for (const [open, close] of ['《》', '「」', '【】', '（）', '()', '[]', '“”'].map((pair) => [...pair]))
    if (open && close && name.startsWith(open) && !name.includes(close)) return name.slice(1).trim();
  return name;
}

/** The number that digits, Han numerals or 上中下 stand for, or null. */
export function numberOf(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const part = '上中下'.indexOf(digits);
  if (part >= 0) return part + 1;
  // The last part comes after all others.
  if (digits === '终' || digits === '完') return 9999;
  let [sum, digit] = [0, 0];
  for (const char of digits) {
    if (char === '百') [sum, digit] = [sum + (digit || 1) * 100, 0];
    else if (char === '十') [sum, digit] = [sum + (digit || 1) * 10, 0];
    else digit = DIGITS.indexOf(char === '零' ? '〇' : char);
  }
  return sum + digit || null;
}
