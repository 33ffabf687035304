import { clip, LIMIT } from '../text/clip.ts';

/** Unchanged characters shown on either side of a change. */
const CONTEXT = 24;

// A reader could not tell these from nothing, or from a plain space.
const UNSEEN =
  /[\0-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** True where cutting at `at` would part a surrogate pair. */
const partsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/**
 * The excerpt of a text for a repair: a line end shown as `↵`, other invisible characters as `⟨U+200B⟩`; at most 160 characters,
 * an ellipsis where it was cut.
 */
export function excerpt(text: string): string {
  // Each character shows as one at least, so that more than the limit is never needed.
  const visible = text
    .slice(0, LIMIT + 1)
    .replace(UNSEEN, (char) =>
      char === '\n' ? '↵' : `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
  return clip(visible);
}

/** The excerpts of a text before and after a change: the change itself, with a little of the text around it. */
export function difference(before: string, after: string): { before: string; after: string } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let from = Math.max(0, head - CONTEXT);
  if (partsPair(before, from)) from--;
  const cut = (text: string) => {
    let to = Math.min(text.length, text.length - tail + CONTEXT);
    if (partsPair(text, to)) to++;
    return excerpt(`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`);
  };
  return { before: cut(before), after: cut(after) };
}
