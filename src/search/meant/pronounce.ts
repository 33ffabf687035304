import { syllablesOf } from '../../text/pinyin.ts';
import type { SpokenWord } from './pinyin-table.ts';

/** Words of so many Han characters are typed by their sound. */
const HAN_WORD = /^\p{Script=Han}{2,6}$/u;

/**
 * The syllables of a word of Han, those of characters with several by the word they stand in (重庆, 银行). A surname is said as one.
 * @returns null for what is no such word, or has a character that nobody can say
 */
export function pronounce(word: string, isAuthor = false): SpokenWord | null {
  if (!HAN_WORD.test(word)) return null;
  const syllables = syllablesOf(word, isAuthor ? 'head' : 'off');
  return syllables.length === Array.from(word).length ? { word, syllables } : null;
}
