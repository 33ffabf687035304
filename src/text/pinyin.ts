import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';

/** Its dictionaries cost 50 ms of each process that loads them: they are loaded when a Han character is met. */
let loaded: typeof PinyinPro | undefined;
const library = (): typeof PinyinPro => {
  loaded ??= load();
  return loaded;
};

const load = (): typeof PinyinPro => createRequire(import.meta.url)('pinyin-pro');

const HAN = /\p{Script=Han}/u;

/** How surnames are read: not at all, at the start, or wherever a character is one. */
type Surnames = 'off' | 'head' | 'all';

/**
 * Syllables of a text without tones, `lv` for 吕: one for each Han character, and each run of Latin letters or digits as it stands,
 * in lower case without accents. Characters that have no reading are left out.
 * @param text in simplified characters: the tables of surnames have no others
 * @param surnames where a character that is a surname is read as one (单 shan, 曾 zeng, 解 xie): `head` for names
 */
export function syllablesOf(text: string, surnames: Surnames = 'off'): string[] {
  const parts = HAN.test(text)
    ? library().pinyin(text, {
        type: 'array',
        toneType: 'none',
        nonZh: 'consecutive',
        v: true,
        ...(surnames !== 'off' && { mode: 'surname', surname: surnames }),
      })
    : [text];
  return parts.flatMap(
    (part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [],
  );
}

/**
 * Syllables of a name, each with the other ways in which it may be read there: 汪曾祺 is `wang`, `ceng` or `zeng`, `qi`. The first of each is that of
 * `syllablesOf`.
 * @param text in simplified characters
 */
export function nameReadings(text: string): string[][] {
  const [first = [], ...others] = (['head', 'off', 'all'] as const).map((surnames) =>
    syllablesOf(text, surnames),
  );
  return first.map((syllable, at) => [
    ...new Set([syllable, ...others.map((other) => other[at] ?? syllable)]),
  ]);
}
