import { repair } from '../report.ts';
import type { Source } from './source.ts';

const HEADING = /^( {0,3})(#{1,6})([^\s#][^\n]*)$/dgm;
/** `#include`, `#!/bin/sh`, `#1 楼`, `#话题#`, `#标签 #另一个`: no headings. */
const NO_HEADING =
  /^#(?:!|[\d]|(?:include|define|if|ifdef|ifndef|endif|else|elif|pragma|undef|region|import|using|error|line|warning)\b)|^#[^#\n]*#|[。！？；，,;:：]\s*$/u;

/** Puts the blank between the marks of a heading and its words that many editors let people leave out. */
export function headingMark(source: Source): void {
  if (!/^ {0,3}#{1,6}[^\s#]/m.test(source.text)) return;
  // A single `#` may begin a tag: it is a heading where its writer leaves the blank out elsewhere too.
  const habit = /^ {0,3}##+[^\s#]/m.test(source.masked);
  source.replace(HEADING, ({ whole, group, line }) => {
    const [indent, marks, words] = [group(1), group(2), group(3)];
    if (!/[\p{L}\p{N}]/u.test(words)) return null;
    if (marks.length === 1 && (!habit || NO_HEADING.test(whole.trim()) || !/\p{Script=Han}/u.test(words)))
      return null;
    const fresh = `${indent}${marks} ${words}`;
    source.notes.repairs.push(repair('heading-mark', line, whole, fresh));
    return fresh;
  });
}
