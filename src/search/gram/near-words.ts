import { classOf, DENSE } from './character-class.ts';

/** The words of a query that an article near to it should hold. */

/** Words that ask or join and name nothing. */
const EMPTY = new Set(
  '的 了 是 在 和 与 及 或 吗 呢 吧 啊 之 如何 怎么 怎样 怎么样 什么 为什么 为何 哪些 哪个 哪里 哪 谁 多少 几 有 没有 可以 能 会 要 用 使用 一个 一下 这 那 我 你 它 把 被 让 给 对 从 到 上 下 中 里 为 以 等 不 都 也 就 还 the a an of to in for and or how what is'.split(
    ' ',
  ),
);

/** Words that are looked up at most, and units of a text that are looked at. */
const MOST_WORDS = 8;
const MOST_UNITS = 200;

const isHan = (char: string): boolean => classOf(char.codePointAt(0) ?? 0) === DENSE;

/**
 * The words of a stretch of typed text without blanks, as the browser's own dictionary divides it. Browsers may divide
 * differently: it decides only what is near to a query and in which order, never what holds it.
 */
export function nearWords(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  const words: string[] = [];
  let joins = false;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(
    text.slice(0, MOST_UNITS),
  )) {
    const word = segment.toLowerCase();
    const single = [...word].length === 1 && isHan(word);
    const last = words.length - 1;
    // Characters that no dictionary joins are a name it does not know (微信).
    if (!isWordLike || EMPTY.has(word)) joins = false;
    else if (single && joins) words[last] += word;
    else words.push(word);
    joins = single && isWordLike === true && !EMPTY.has(word);
  }
  const different = [...new Set(words)];
  // A single character stands nearly everywhere and costs much to look up.
  const long = different.filter((word) => [...word].length > 1);
  return (long.length > 0 ? long : different).slice(0, MOST_WORDS);
}
