import { plainPinyin } from './syllables.ts';

/** Most words that initials may stand for: of more none is meant. */
const MOST_BY_INITIALS = 3;
/** Most words that are divided from letters typed in one. */
const MOST_WORDS = 6;

/** A word and its syllables. */
export interface SpokenWord {
  word: string;
  syllables: readonly string[];
}

/** The words of an archive by their pinyin, the better known first. */
export class PinyinTable {
  readonly #words = new Map<string, string[]>();
  readonly #initials = new Map<string, string[]>();

  /** @param text as `writePinyinTable` made it */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const [spoken = '', ...words] = line.split(' ');
      if (words.length === 0) continue;
      add(this.#words, plainPinyin(spoken) ?? '', words);
      add(this.#initials, spoken.replace(/([a-z])[a-z]*'?/g, '$1'), words);
    }
  }

  /** Words that are said so. @param letters as `plainPinyin` gives them */
  words(letters: string): readonly string[] {
    return this.#words.get(letters) ?? [];
  }

  /** Words that begin so, syllable by syllable (`wx`); none where these are many. */
  byInitials(letters: string): readonly string[] {
    const words = this.#initials.get(letters) ?? [];
    return words.length <= MOST_BY_INITIALS ? words : [];
  }

  /** The fewest words that letters can be divided into, each the best known one that is said so; empty where they cannot. */
  divided(letters: string): readonly string[] {
    const best: (readonly string[] | undefined)[] = [[]];
    for (let end = 1; end <= letters.length; end++)
      for (let from = 0; from < end; from++) {
        const before = best[from];
        const [word] = before ? this.words(letters.slice(from, end)) : [];
        if (before && word && before.length + 1 < (best[end]?.length ?? MOST_WORDS + 1))
          best[end] = [...before, word];
      }
    return best[letters.length] ?? [];
  }
}

function add(map: Map<string, string[]>, key: string, words: readonly string[]): void {
  const known = map.get(key);
  if (known) known.push(...words);
  else map.set(key, [...words]);
}

/** Writes a table: a line for each pronunciation, `wei'xin 微信 …`. @param words the best known first */
export function writePinyinTable(words: readonly SpokenWord[]): string {
  const lines = new Map<string, string[]>();
  for (const { word, syllables } of words) add(lines, syllables.join("'"), [word]);
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([spoken, own]) => `${[spoken, ...own].join(' ')}\n`).join('');
}
