import { byText } from '../archive/order.ts';
import { fold } from '../search/gram/fold.ts';
import { nameReadings, syllablesOf } from '../text/pinyin.ts';
import { strokesOf } from '../text/strokes.ts';

/** Letter of names that begin with neither a Han character nor a Latin letter. */
export const NO_LETTER = '#';

const HAN = /^\p{Script=Han}/u;

/** A name with its place in an alphabet. */
export interface Lettered<T> {
  item: T;
  /** `A` to `Z`, or `#`. */
  letter: string;
  /** Syllables of a name that holds Han characters, with blanks between and other readings after a bar (`wang ceng|zeng qi`); empty for others. */
  pinyin: string;
  /** Strokes of its first character; 0 for a name that begins with no Han character of the table. */
  strokes: number;
}

/**
 * Sorts names by the letter of their reading: under each letter Chinese ones by pinyin, then others as they are written. It compares code units, so
 * that the order is the same everywhere.
 */
export function byLetter<T extends { name: string }>(items: readonly T[]): Lettered<T>[] {
  const keyed = items.map((item) => {
    const name = fold(item.name);
    const isHan = HAN.test(name);
    const syllables = syllablesOf(name, 'head');
    const first = syllables[0]?.[0]?.toUpperCase() ?? '';
    // A name in an alphabet without a reading begins with the first thing that has one: «», then `jane`.
    const letter =
      /[A-Z]/.test(first) && (isHan || /^[^\p{L}\p{N}]*[\p{Script=Latin}]/u.test(name)) ? first : NO_LETTER;
    const reading = syllables.join(' ');
    const key = `${letter === NO_LETTER ? '~' : letter}${isHan ? 0 : 1}${reading}`;
    return {
      item,
      letter,
      pinyin: /\p{Script=Han}/u.test(name) ? written(nameReadings(name)) : '',
      strokes: strokesOf([...name][0] ?? ''),
      key,
    };
  });
  return keyed
    .sort((a, b) => byText(a.key, b.key) || byText(a.item.name, b.item.name))
    .map(({ key: _, ...lettered }) => lettered);
}

const written = (readings: readonly (readonly string[])[]): string =>
  readings.map((ways) => ways.join('|')).join(' ');
