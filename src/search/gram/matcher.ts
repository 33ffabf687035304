import { RE2JS } from 're2js';
import { addMark } from './marks.ts';
import type { Matcher, Pattern } from './pattern.ts';

/** Largest program, in instructions: the time a text takes is its length times this at most. */
const LARGEST = 1000;
/** Most places in one text. */
const MOST = 1000;

/** Compiles a pattern for an engine whose time is linear in the text (RE2's), so that none hangs the page; null where it cannot be read, or is too large. */
export function matcherOf({ source, ignoreCase }: Pattern): Matcher | null {
  const compiled = compile(source, ignoreCase);
  if (!compiled || compiled.programSize() > LARGEST) return null;
  return (text) => {
    const marks: [number, number][] = [];
    const matcher = compiled.matcher(text);
    for (let found = 0; found < MOST && matcher.find(); found++)
      addMark(marks, matcher.start(), matcher.end());
    return marks;
  };
}

function compile(source: string, ignoreCase: boolean): RE2JS | null {
  try {
    return RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    return null;
  }
}
