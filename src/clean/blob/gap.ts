import { keyOf } from '../key.ts';
import { NEAR, type Piece, unitsNear } from './match.ts';
import { GRAM, type UnitIndex } from './unit-index.ts';
import type { Unit } from './units.ts';

/** Text that stands only in a blob. */
export interface Lost {
  kind: 'heading' | 'prose';
  text: string;
  key: string;
  /** Number of the unit before it in the blob, or -1. */
  previous: number;
  /** Number of the unit after it in the blob, or -1. */
  next: number;
  /** Its place in the blob's text. */
  at: number;
}

/** Longest heading, in Han characters; Latin ones are half as wide. */
const HEADING = 40;

// A heading may ask or exclaim, once; a clause mark at the end belongs to a sentence that leads on.
const SENTENCE = /[，,、；;：:…。.]$|[。；;]|[？！?!].*[^？！?!\s].*[？！?!]$/;

/** Bylines, captions, notes in brackets and addresses. */
const LABEL =
  /^(?:来源|作者|编辑|责编|责任编辑|记者|图|图片|表|注|译者|校对|via|from)\s*\d*\s*[：:]|^[（(【[].*[）)】\]]$|https?:/i;

/** True for what reads as a section's heading: short, no sentence, no byline, caption or address. */
function isHeading(text: string): boolean {
  return (
    text.replace(/[\0-\xff]{2}/g, 'x').length <= HEADING &&
    (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2 &&
    /\p{L}/u.test(text) &&
    !SENTENCE.test(text) &&
    !LABEL.test(text)
  );
}

/** A lost blank reads `?`: see `stray-question-mark.ts`. */
const LOST_BLANKS = /^\?+(?=\S)|\s\?+$/g;

/** The blanks and marks of `text` from `from` on that also end (or begin) the neighbouring unit: they are its own. */
function skipMarks(text: string, from: number, marks: string): number {
  let at = from;
  let mark = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) at++;
    else if (text[at] === marks[mark]) {
      at++;
      mark++;
    } else break;
  }
  return at;
}

/** The marks at an end of a text, without blanks. */
const marksIn = (text = '', end: RegExp): string => (end.exec(text)?.[0] ?? '').replace(/\s/g, '');

/** The text of a gap with its own marks, but not those of the units on both sides. */
function textOf({ text, positions }: Unit, gap: Piece, left: Unit | undefined, right: Unit | undefined) {
  const end = positions[gap.to] ?? text.length;
  const begin = gap.from === 0 ? 0 : (positions[gap.from - 1] ?? 0) + 1;
  const from = skipMarks(text, begin, marksIn(left?.text.slice(-NEAR), /[^\p{L}\p{N}]*$/u));
  let inner = text.slice(from, Math.max(from, end)).trimEnd();
  const marks = marksIn(right?.text.slice(0, NEAR), /^[^\p{L}\p{N}]*/u);
  if (marks && inner.endsWith(marks)) inner = inner.slice(0, -marks.length);
  return { at: from, text: inner.trim().replace(LOST_BLANKS, '').trim() };
}

/** True where a gap's text stands in a unit near it: a copy that was cut, or one with a line more or less. */
function standsNear(key: string, self: Unit, index: UnitIndex, previous: number, next: number): boolean {
  if (index.stands(key, self)) return true;
  return unitsNear(index, self, previous, next).some((number) => {
    const near = index.units[number]?.key ?? '';
    if (key.length >= GRAM) return near.includes(key);
    // Cut off in the middle of a paragraph, which only the ends of a blob are.
    return (next < 0 && near.startsWith(key)) || (previous < 0 && near.endsWith(key));
  });
}

/**
 * The parts of a gap that would be lost with the blob: none where its words stand elsewhere.
 * @param previous number of the unit before the gap, or -1
 * @param next number of the unit after it, or -1
 * @param title key of the article's title, which stands on its page
 */
export function lostIn(
  self: Unit,
  gap: Piece,
  index: UnitIndex,
  previous: number,
  next: number,
  title: string,
): Lost[] {
  const right = index.units[next];
  const { at, text } = textOf(self, gap, index.units[previous], right);
  const lost: Lost[] = [];
  let offset = at;
  // A sentence and the heading after it are two things.
  for (const part of text.split(/(?<=[。！？…][”’」』]?)\s+/)) {
    const key = keyOf(part);
    const isNumber = /^\d{1,3}$/.test(key) && right?.numbered === true;
    if (
      /[\p{L}\p{N}]/u.test(key) &&
      key !== title &&
      !isNumber &&
      !standsNear(key, self, index, previous, next)
    ) {
      // Between two whole units a short text is the heading of the second; elsewhere it may be the rest of a sentence.
      const kind = previous >= 0 && next >= 0 && isHeading(part) ? 'heading' : 'prose';
      lost.push({ kind, text: part, key, previous, next, at: offset });
    }
    offset += part.length + 1;
  }
  return lost;
}
