/** Hanyu pinyin as it is typed: without tones, ü as v. */

/** The syllables of Standard Chinese: finals by their initial; those of rare characters alone are left out. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);
const LONGEST_SYLLABLE = 6;

/** Most letters of what is taken for pinyin. */
const MOST = 40;

/**
 * Pinyin in its one spelling: lower case, without tones, blanks and apostrophes; ü is v, and `lue` and `nue`, which are no other syllables, are `lve` and `nve`.
 * @returns null for what is longer than words are or has other characters
 */
export function plainPinyin(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u(?:[\u0300\u0301\u0304\u030c]*\u0308|:)/g, 'v')
    .replace(/[\u0300\u0301\u0304\u030c\s'’]/g, '')
    .replace(/([ln])ue/g, '$1ve');
  return letters.length <= MOST && /^[a-z]+$/.test(letters) ? letters : null;
}

/** True for letters that can be divided into syllables. @param letters as `plainPinyin` gives them */
export function isPinyin(letters: string): boolean {
  const reached = new Set([0]);
  for (let from = 0; from < letters.length; from++) {
    if (!reached.has(from)) continue;
    for (let size = 1; size <= LONGEST_SYLLABLE; size++)
      if (SYLLABLES.has(letters.slice(from, from + size))) reached.add(from + size);
  }
  return letters !== '' && reached.has(letters.length);
}
