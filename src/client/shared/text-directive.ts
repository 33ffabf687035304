/** Signs, blanks and ends of lines: a word begins or ends there in every browser. Between Han characters each browser has its own words. */
const EDGE = /[\s\p{P}\p{S}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Longest quote that stands in the address whole, and least length of a beginning and an end, in characters. */
const WHOLE = 24;
const PART = 8;

/**
 * The fragment directive that leads to a stretch of a text, `:~:text=prefix-,start,end,-suffix` (WICG, URL Fragment Text Directives).
 * Browsers look for whole words, and for the first place that fits: where the stretch begins or ends elsewhere, or stands in the text
 * before, the directive holds as much of what stands around it as it takes.
 * @param text the page's text as its browser sees it, a line for each block
 * @returns empty where the stretch holds nothing
 */
export function textDirective(text: string, from: number, to: number): string {
  const stretch = text.slice(from, to);
  const first = from + stretch.length - stretch.trimStart().length;
  const last = from + stretch.trimEnd().length;
  if (first >= last) return '';
  const found = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const [startEnd, endBegin] = partsOf(text, first, last);
  const prefix =
    isEdge(text, first) && found.indexOf(found.slice(first, startEnd)) === first
      ? ''
      : grown(text, first, -1, (begin) => found.indexOf(found.slice(begin, startEnd)) === begin);
  const [endFrom, after] = endBegin < last ? [endBegin, startEnd] : [first, 0];
  const isMeant = (end: number) => found.indexOf(found.slice(endFrom, end), after) === endFrom;
  const isToldApart = endBegin === last && prefix !== '';
  const suffix = isEdge(text, last) && (isToldApart || isMeant(last)) ? '' : grown(text, last, 1, isMeant);
  const [start, end] = [text.slice(first, startEnd), text.slice(endBegin, last)].map((part) => part.trim());
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(start ?? ''),
    encode(end ?? ''),
    suffix && `-${encode(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** All that means something in a directive, and what an address cannot hold, half a pair of surrogates among it. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '')).replaceAll('-', '%2D');

/** Where the first part of a stretch ends and its last begins, each in one line; both at its end where it stands whole. */
function partsOf(text: string, first: number, last: number): [startEnd: number, endBegin: number] {
  const firstLine = text.indexOf('\n', first);
  const lineEnd = firstLine < 0 ? last : Math.min(firstLine, last);
  if (lineEnd === last && last - first <= WHOLE) return [last, last];
  const lineBegin = Math.max(text.lastIndexOf('\n', last - 1) + 1, first);
  let startEnd = Math.min(first + PART, lineEnd);
  while (startEnd < lineEnd && !isEdge(text, startEnd)) startEnd++;
  let endBegin = Math.max(last - PART, lineBegin);
  while (endBegin > lineBegin && !isEdge(text, endBegin)) endBegin--;
  return endBegin <= startEnd ? [last, last] : [startEnd, endBegin];
}

/** True between two characters of which one is a sign, a blank or the end. */
const isEdge = (text: string, at: number): boolean =>
  at <= 0 || at >= text.length || EDGE.test(text.charAt(at - 1)) || EDGE.test(text.charAt(at));

/**
 * What stands before (-1) or after (1) a place in its line: at least a letter, up to the edge of a word, and as much as is enough.
 * @param isEnough told the place where the context begins or ends
 */
function grown(text: string, at: number, step: 1 | -1, isEnough: (end: number) => boolean): string {
  const line = step < 0 ? text.lastIndexOf('\n', at - 1) + 1 : text.indexOf('\n', at);
  const limit = line < 0 ? text.length : line;
  const context = (end: number) => text.slice(Math.min(at, end), Math.max(at, end));
  let end = at;
  // Twice as much each time, so that a long line costs no more than its length times its logarithm.
  for (let least = 1; end !== limit; least *= 2) {
    while (end !== limit && (Math.abs(end - at) < least || !isEdge(text, end))) end += step;
    if (LETTER.test(context(end)) && isEnough(end)) break;
  }
  return context(end).trim();
}
