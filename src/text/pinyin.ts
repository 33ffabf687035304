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

/**
 * Syllables of a text without tones, `lv` for 吕: one for each Han character, and each run of Latin letters or digits as it stands,
 * in lower case without accents. Characters that have no reading are left out.
 * @param text in simplified characters: the tables of surnames have no others
 * @param kind `name`: a surname at the start is read as one (单 shan, 曾 zeng, 解 xie)
 */
export function syllablesOf(text: string, kind: 'name' | 'text' = 'text'): string[] {
  const parts = HAN.test(text)
    ? library().pinyin(text, {
        type: 'array',
        toneType: 'none',
        nonZh: 'consecutive',
        v: true,
        ...(kind === 'name' && { mode: 'surname', surname: 'head' }),
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
