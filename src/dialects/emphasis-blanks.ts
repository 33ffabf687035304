import { repair } from '../report.ts';
import { MASK } from './code-mask.ts';
import type { Source } from './source.ts';

/** A block whose marks of strong emphasis cannot all be read as they stand: a blank inside one, or four marks in a row. */
const ODD =
  /\*\*[ \t]+\S|\S[ \t]+\*\*|\*{4}|[^\s\p{L}\p{N}*]\*\*[A-Za-z0-9]|[A-Za-z0-9]\*\*[^\s\p{L}\p{N}*]/u;
const BLOCK = /(?:[^\n]*\S[^\n]*(?:\n|$))+/dg;
const MARK = /(?<!\\)\*\*/g;

/**
 * Moves the blanks out of `**加粗 **后面`, and reads `工具****接着` as one emphasis after the other: Chinese is written without blanks between
 * words, and editors put them inside. Only where the marks of a block pair off one by one, and at least one pair would not be read otherwise.
 */
export function emphasisBlanks(source: Source): void {
  if (!source.text.includes('**')) return;
  source.replace(BLOCK, ({ whole, index, line }) => {
    if (!whole.includes('**')) return null;
    // Emphasis of one and of three marks is read as it stands.
    const masked = source.masked
      .slice(index, index + whole.length)
      .replace(/(?<![*\\])(\*(?:\*\*)?)(?=[^\s*])[^*\n]*[^\s*]\1(?!\*)/g, (marked) =>
        MASK.repeat(marked.length),
      );
    if (!ODD.test(masked) || /^[ \t]*(?:\*[ \t]*){3,}$/m.test(whole)) return null;
    const fresh = paired(whole, masked);
    if (fresh === null || fresh === whole) return null;
    const [before, after] = firstDifference(whole, fresh);
    source.notes.repairs.push(repair('emphasis-blanks', line, before, after));
    return fresh;
  });
}

/** The block with blanks outside of its emphasis; null where its marks do not pair off. */
function paired(block: string, masked: string): string | null {
  if (
    /\*{5,}/.test(masked) ||
    /(?<!\*)\*(?!\*)|(?<!\*)\*{3}(?!\*)/.test(masked.replace(/^[ \t]*\*[ \t]/gm, ''))
  )
    return null;
  const marks = [...masked.matchAll(MARK)].map(({ index }) => index);
  if (marks.length % 2 === 1) return null;
  let fresh = '';
  let done = 0;
  for (let at = 0; at < marks.length; at += 2) {
    const [open = 0, close = 0] = [marks[at], marks[at + 1]];
    const inner = block.slice(open + 2, close);
    const words = inner.trim();
    // A pair never reaches over lines that begin something of their own.
    if (/\n[ \t]*(?:[-*+>#|]|\d+[.)])/.test(inner)) return null;
    // Emphasis inside a link, or around only a part of one, is read as it stands.
    if (!isBalanced(inner)) return null;
    fresh += block.slice(done, open);
    const before = /^\s*/.exec(inner)?.[0] ?? '';
    if (words === '') fresh += before;
    // Two emphases side by side are one: there is no way to write them apart.
    else if (before === '' && open === done && fresh.endsWith('**'))
      fresh = `${fresh.slice(0, -2)}${words}**`;
    else fresh += before + marked(words, fresh.at(-1) ?? '', block[close + 2] ?? '');
    if (words !== '') fresh += /\s*$/.exec(inner)?.[0] ?? '';
    done = close + 2;
  }
  return fresh + block.slice(done);
}

/** True for text in which every square bracket has its other half. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[') depth++;
    else if (sign === ']' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Emphasis of some words between two characters: as an element where Markdown reads no marks, between a sign and a letter. */
const marked = (words: string, before: string, after: string): string =>
  (SIGN.test(words.at(-1) ?? '') && WORD.test(after)) || (WORD.test(before) && SIGN.test(words[0] ?? ''))
    ? `<strong>${words}</strong>`
    : `**${words}**`;
const SIGN = /[!-/:-@[-`{-~]/;
const WORD = /[A-Za-z0-9]/;

function firstDifference(a: string, b: string): [string, string] {
  const before = a.split('\n');
  const after = b.split('\n');
  const at = before.findIndex((text, index) => text !== after[index]);
  return [before[at]?.replaceAll(MASK, '') ?? '', after[at] ?? ''];
}
