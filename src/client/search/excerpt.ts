import type { Excerpt } from './engine.ts';

/** A word of the text that matches. */
export interface Match {
  /** Position in the list of words. */
  at: number;
  /** How much it counts against the other matches. */
  score: number;
}

/** Words in an excerpt; a Chinese word is about 1.7 characters, so about two lines. */
const LENGTH = 48;
/** Words before the match within which a sentence may begin. */
const LEAD = 20;

/**
 * Cuts the place out of a text where most of the matches stand together, from the beginning of its sentence.
 * @param words the text in pieces that join without anything between
 * @param matches ascending
 * @param from position of the first word that may be shown; matches before it are left out
 */
export function excerptAround(words: readonly string[], matches: readonly Match[], from = 0): Excerpt {
  const inside = matches.filter(({ at }) => at >= from && at < words.length);
  const match = densest(inside) ?? from;
  const start = sentenceStart(words, match, from);
  const end = Math.min(words.length, start + LENGTH);
  const marked = new Set(inside.map(({ at }) => at));

  let text = start === from || endsSentence(words, start - 1) ? '' : '…';
  const marks: [number, number][] = [];
  for (let at = start; at < end; at++) {
    const word = plainWord(words, at);
    const begin = text.length;
    text += at === start ? word.trimStart() : word;
    if (marked.has(at)) addMark(marks, begin, begin + word.trim().length);
  }
  if (end < words.length) text = `${text.trimEnd()}…`;
  return { text, marks };
}

/** Position of the match that begins the stretch with the highest sum of scores; the earliest of equals. */
function densest(matches: readonly Match[]): number | undefined {
  let best: { at: number; sum: number } | undefined;
  for (const [index, { at }] of matches.entries()) {
    let sum = 0;
    for (const match of matches.slice(index)) {
      if (match.at >= at + LENGTH - LEAD) break;
      sum += match.score;
    }
    if (!best || sum > best.sum) best = { at, sum };
  }
  return best?.at;
}

/** First word of the sentence a word stands in, at most `LEAD` words back; half of that where the sentence is longer. */
function sentenceStart(words: readonly string[], at: number, from: number): number {
  for (let start = at; start > Math.max(from, at - LEAD); start--) {
    if (endsSentence(words, start - 1)) return start;
  }
  return at - LEAD <= from ? from : at - LEAD / 2;
}

function endsSentence(words: readonly string[], at: number): boolean {
  return /[。！？!?]\s*$|^\.\s*$/u.test(words[at] ?? '');
}

/** One word as text. After a block that ends without punctuation Pagefind puts a full stop of its own: after Chinese it is taken away. */
function plainWord(words: readonly string[], at: number): string {
  const word = words[at] ?? '';
  const added = /^\.\s*$/.test(word) && /[\p{Script=Han}\p{P}]\s*$/u.test(words[at - 1] ?? '');
  return added ? ' ' : unescapeText(word);
}

/** Pagefind escapes these two characters and no other. */
const ESCAPES: Record<string, string> = { '&lt;': '<', '&gt;': '>' };

/** Undoes Pagefind's escaping. The result only ever becomes a text node. */
export function unescapeText(escaped: string): string {
  return escaped.replace(/&[lg]t;/g, (entity) => ESCAPES[entity] ?? entity);
}

/** Appends a range to ascending marks, joining it to the last where they touch (人工智能 is indexed as 人工 and 智能). Empty ranges vanish. */
export function addMark(marks: [number, number][], from: number, to: number): void {
  if (to <= from) return;
  const last = marks.at(-1);
  if (last && from <= last[1]) last[1] = Math.max(last[1], to);
  else marks.push([from, to]);
}

/** The different strings that are marked in some excerpts, in order. */
export function markedStrings(excerpts: readonly Excerpt[]): string[] {
  const strings = excerpts.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)));
  return [...new Set(strings)];
}
