/** Most words that are looked at. */
const MOST = 8;

/** The different words of two letters and more, in order; quotation marks and what follows a minus are left out. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/(^|\s)[-－−]\S+/g, ' ').replace(/["＂“”]/g, ' ');
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(plain.slice(0, 400))];
  const words = segments.filter((part) => part.isWordLike && [...part.segment].length > 1);
  return [...new Set(words.map((part) => part.segment))].slice(0, MOST);
}
