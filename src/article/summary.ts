import { clip } from '../text/clip.ts';
import type { Heading } from '../types.ts';

const LIMIT = 120;

/** The first 120 characters of an article's text, headings left out, up to the end of a sentence where one is near. */
export function summaryOf(passages: readonly string[], headings: readonly Heading[]): string {
  const titles = new Set(headings.map(({ text }) => text));
  let text = '';
  for (const passage of passages) {
    if (titles.has(passage)) continue;
    text +=
      (text === '' || /[\u2e80-\uffef]$/.test(text) || /^[\u2e80-\uffef]/.test(passage) ? '' : ' ') + passage;
    if (text.length > LIMIT) break;
  }
  if (text.length <= LIMIT) return text;
  const head = text.slice(0, LIMIT);
  const sentence = /^.{60,}[。！？!?；…]["”’」』）)]?/su.exec(head)?.[0];
  return sentence ?? clip(text, LIMIT);
}
