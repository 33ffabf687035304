import { classAt, classOf, DENSE, NONE, SIGN } from './character-class.ts';
import { GramTable } from './gram-table.ts';
import { runEnd, tripleHigh } from './grams.ts';
import type { Blocks } from './match.ts';
import { withSoftBlanks } from './soft-separators.ts';

/**
 * Strings that many documents hold, written with soft blanks. They are learned from some of the documents: those of n + 1 units are looked for only where two of n units
 * that are frequent stand one after the other (the Apriori principle, Agrawal and Srikant 1994).
 */

/** Units of a string, blanks included: shorter ones are grams, longer ones are rare. */
const SHORTEST = 3;
const LONGEST = 16;
/** Units of a string with signs in it that is kept. */
const LONGEST_WITH_SIGNS = 8;

/** The strings of one length. */
interface Level {
  /** Pairs of units and a unit, then pairs of numbers of strings that are a unit shorter → numbers of the strings. */
  table: GramTable;
  /** By number: the string's place in `strings`; -1 where nobody asks for it. */
  ids: number[];
}

/** Strings that are frequent in a sample. */
export class FrequentStrings {
  readonly strings: string[] = [];
  readonly #levels: Level[] = [];
  /** The document that was last found to hold each string. */
  readonly #last: number[] = [];
  #documents = 0;
  #scratch: Places | undefined;

  /** @param least documents of the sample that hold a string */
  constructor(sample: readonly Blocks[], least: number) {
    const texts = sample.map((blocks) => new Places(blocks));
    for (let units = SHORTEST; units <= LONGEST; units++) {
      const all = new GramTable();
      const counts: number[] = [];
      const last: number[] = [];
      const found = new Map<number, string>();
      texts.forEach((places, document) => {
        places.lengthen(units, (high, low, at) => {
          const number = all.id(high, low);
          if (number === counts.length) {
            counts.push(0);
            last.push(-1);
          }
          if (last[number] !== document) {
            last[number] = document;
            const count = (counts[number] ?? 0) + 1;
            counts[number] = count;
            if (count === least) found.set(number, places.text.slice(at, at + units));
          }
          return number;
        });
      });
      const level: Level = { table: new GramTable(), ids: [] };
      const numbers = counts.map((count, number) => {
        if (count < least) return -1;
        const string = found.get(number) ?? '';
        level.ids.push(isAsked(string) ? this.strings.push(string) - 1 : -1);
        return level.table.id(all.highs[number] ?? 0, all.lows[number] ?? 0);
      });
      if (level.ids.length === 0) break;
      for (const places of texts) places.renumber(numbers);
      this.#levels.push(level);
    }
  }

  /** Ids of the strings that a document holds, each once. */
  heldBy(blocks: Blocks): number[] {
    const places = new Places(blocks, this.#scratch);
    this.#scratch = places;
    const held: number[] = [];
    const document = this.#documents++;
    const last = this.#last;
    this.#levels.forEach(({ table, ids }, level) => {
      places.lengthen(SHORTEST + level, (high, low) => {
        const number = table.find(high, low);
        const id = number < 0 ? -1 : (ids[number] ?? -1);
        if (id >= 0 && last[id] !== document) {
          last[id] = document;
          held.push(id);
        }
        return number;
      });
    });
    return held;
  }
}

/** The places of a text where strings of the length before begin. */
class Places {
  readonly text: string;
  /** At each place the number of its string; -1 where there is none. */
  readonly numbers: Int32Array;
  #alive: Int32Array;
  #count: number;

  /** @param scratch memory of a text that is done with: without, thousands of long texts fill more of it than can be freed in time */
  constructor(blocks: Blocks, scratch?: Places) {
    this.text = `${blocks.map(({ text }) => withSoftBlanks(text)).join('\0')}\0`;
    const { length } = this.text;
    const fits = scratch && scratch.numbers.length > length;
    this.numbers = (fits ? scratch.numbers : new Int32Array(length + 1)).fill(-1, 0, length + 1);
    this.#alive = fits ? scratch.#alive : new Int32Array(length);
    this.#count = Math.max(0, length - SHORTEST);
    for (let at = 0; at < this.#count; at++) this.#alive[at] = at;
  }

  /** Goes on to the strings that are one unit longer. @param numberOf gives the number of one, -1 where it is of none that count */
  lengthen(units: number, numberOf: (high: number, low: number, at: number) => number): void {
    const { text, numbers } = this;
    const alive = this.#alive;
    const count = this.#count;
    let left = 0;
    for (let i = 0; i < count; i++) {
      const at = alive[i] ?? 0;
      let high = numbers[at] ?? -1;
      let low = numbers[at + 1] ?? -1;
      if (units === SHORTEST) {
        const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
        low = text.charCodeAt(at + 2) || -1;
        high = first && second ? tripleHigh(first, second) : -1;
      }
      const number = high < 0 || low < 0 ? -1 : numberOf(high, low, at);
      numbers[at] = number;
      if (number >= 0) alive[left++] = at;
    }
    this.#count = left;
  }

  /** Renumbers the strings. */
  renumber(numbers: readonly number[]): void {
    const own = this.numbers;
    for (let at = 0; at < own.length; at++) {
      const number = own[at] ?? -1;
      if (number >= 0) own[at] = numbers[number] ?? -1;
    }
  }
}

/** True for a string that may be asked for as it stands, cut between characters. */
function isAsked(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  if (text.length === SHORTEST && isWord(text)) return false;
  if (text.length > LONGEST_WITH_SIGNS && hasSign(text)) return false;
  if (isLow(first) || isHigh(last) || classOf(last) === NONE) return false;
  return first === BLANK ? classAt(text, 1) >= DENSE : classOf(first) !== NONE;
}

/** Three letters of a word are a gram. */
const isWord = (text: string): boolean => runEnd(text, 0) === text.length;

const hasSign = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (classAt(text, at) === SIGN) return true;
  return false;
};

const BLANK = 32;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
