import { fold } from '../../search/gram/fold.ts';

/** A name as it is looked through. */
export interface Findable {
  /** Folded as search folds, without blanks: 简 and 繁 are one. */
  name: string;
  /** Its syllables, or its words where it has none, each in the ways in which it is read. */
  syllables: readonly (readonly string[])[];
}

const withoutBlanks = (text: string): string => fold(text).replace(/\s/g, '');

/** Prepares a name. @param pinyin its syllables as `src/pages/author-letters.ts` writes them; empty for a name without Han characters */
export const findable = (name: string, pinyin: string): Findable => ({
  name: withoutBlanks(name),
  syllables: (pinyin || plain(name)).match(/[a-z0-9|]+/g)?.map((ways) => ways.split('|')) ?? [],
});

/** Letters without accents: `émile` is found by `emile`. */
const plain = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}/gu, '');

/** A query as it is compared with names. */
export const nameQuery = (typed: string): { text: string; letters: string } => ({
  text: withoutBlanks(typed),
  // `lü` and `lv` are one key.
  letters: plain(fold(typed).normalize('NFC').replaceAll('ü', 'v')).replace(/[\s'’·-]/g, ''),
});

/**
 * How well a query fits a name: 0 the name begins with it, 1 its syllables begin as typed (`wxb`, `wangxb`, `wangxiaobo`), 2 the name holds it,
 * 3 syllables further on; null where it does not fit.
 */
export function fits(
  { name, syllables }: Findable,
  { text, letters }: ReturnType<typeof nameQuery>,
): number | null {
  if (name.startsWith(text)) return 0;
  const isSpelt = /^[a-z0-9]+$/.test(letters);
  if (isSpelt && spells(syllables, 0, letters)) return 1;
  if (text && name.includes(text)) return 2;
  return isSpelt && syllables.some((_, from) => from > 0 && spells(syllables, from, letters)) ? 3 : null;
}

/** Whether letters are beginnings of consecutive syllables: all ways are followed at once, so that it takes no longer than both are long. */
function spells(syllables: Findable['syllables'], from: number, letters: string): boolean {
  let reached = new Set([0]);
  for (const ways of syllables.slice(from)) {
    const next = new Set<number>();
    for (const way of ways)
      for (const at of reached)
        for (let length = 1; length <= way.length && way[length - 1] === letters[at + length - 1]; length++)
          next.add(at + length);
    if (next.has(letters.length)) return true;
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
}
