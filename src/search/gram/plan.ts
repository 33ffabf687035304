import { classAt, classOf, DENSE, NONE, SIGN, startsWord, WORD } from './character-class.ts';
import { areSigns, isPair, runEnd, WORD_PREFIX, WORD_UNITS, wordKey } from './grams.ts';
import type { Term } from './query.ts';

/** A gram that every text with the term must hold. */
export interface NeededGram {
  key: string;
  /** True where any key that begins with `key` will do. */
  prefix: boolean;
  /** Offset in the term. */
  at: number;
  /** Units of the term that it stands for. */
  units: number;
}

/**
 * The grams to look a term up by. `exact` where an article has the
 * (only) gram exactly if it has the term. At its edges nothing is known of what stands beyond, so no gram is taken that depends on it:
 * that is why every text with the term has them all.
 */
export function planTerm(term: Term) {
  const { text } = term;
  const grams: NeededGram[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    if (kind === NONE) at++;
    else if (kind <= DENSE) at = planDense(text, at, grams);
    else at = planRun(term, at, grams);
  }
  return { grams, exact: isExact(term, grams) };
}

function planDense(text: string, at: number, grams: NeededGram[]): number {
  const next = at + charUnits(text, at);
  if (areSigns(text, at)) grams.push({ key: text.slice(at, at + 3), prefix: false, at, units: 3 });
  else if (isPair(text.codePointAt(at) ?? 0, classAt(text, next))) {
    if (coveredTo(grams, at, next + charUnits(text, next))) return next;
    const end = next + charUnits(text, next);
    grams.push({ key: text.slice(at, end), prefix: false, at, units: end - at });
  } else if (!covered(grams, at)) {
    grams.push({ key: text.slice(at, next), prefix: true, at, units: next - at });
  }
  return next;
}

/** True where the gram before it holds all of a stretch. */
function coveredTo(grams: NeededGram[], at: number, end: number): boolean {
  const last = grams.at(-1);
  return last !== undefined && last.at < at && last.at + last.units >= end;
}

function covered(grams: NeededGram[], at: number): boolean {
  const last = grams.at(-1);
  return last !== undefined && last.at < at && last.at + last.units > at;
}

function charUnits(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function planRun(term: Term, from: number, grams: NeededGram[]): number {
  const { text } = term;
  const end = runEnd(text, from);
  const open = end === text.length;
  const word = firstWord(term, from, end);
  if (word < end) {
    pushTriples(text, [from, end], [from, word], grams);
    const key = wordKey(text.slice(word, Math.min(end, word + 64)));
    const prefix = open && key.length < WORD_UNITS;
    grams.push({ key: WORD_PREFIX + key, prefix, at: word, units: key.length });
    pushTriples(text, [from, end], [word + key.length, end], grams);
  } else if (end - from >= 3) {
    pushTriples(text, [from, end], [from, end], grams);
  } else if (end - from === 2 || (!covered(grams, from) && (open || classAt(text, end) === NONE))) {
    grams.push({ key: text.slice(from, end), prefix: open, at: from, units: end - from });
  }
  if (!open && (classAt(text, end) === DENSE || classAt(text, end) === SIGN)) {
    const units = 1 + charUnits(text, end);
    grams.push({ key: text.slice(end - 1, end - 1 + units), prefix: false, at: end - 1, units });
  }
  return end;
}

/** Where the first word in a run surely begins; `end` where that is unknown. */
function firstWord(term: Term, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const known = at > 0 ? startsWord(term.text, at) : term.atWord || term.before !== '';
    if (known && classOf(term.text.charCodeAt(at)) === WORD) return at;
  }
  return end;
}

/** Triples of a run, end to end, that cover a stretch of it. */
function pushTriples(
  text: string,
  run: [from: number, end: number],
  stretch: [from: number, end: number],
  grams: NeededGram[],
): void {
  if (run[1] - run[0] < 3) return;
  for (let done = stretch[0]; done < stretch[1]; ) {
    const at = Math.min(done, run[1] - 3);
    grams.push({ key: text.slice(at, at + 3), prefix: false, at, units: 3 });
    done = at + 3;
  }
}

function isExact(term: Term, grams: NeededGram[]): boolean {
  const [gram] = grams;
  if (!gram || grams.length > 1 || gram.at !== 0 || gram.units !== term.text.length) return false;
  if (term.before !== '' || term.after !== '' || term.field === 'author' || term.field === 'body')
    return false;
  return gram.key.startsWith(WORD_PREFIX) === term.atWord;
}
