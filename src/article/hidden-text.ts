import { removal } from '../report.ts';
import { CodeUnits, isSurrogate } from '../text/code-units.ts';
import type { Repair } from '../types.ts';

const HAN_RUN = /\p{Script=Han}+/gu;
const NO_HAN = /\P{Script=Han}+/gu;
/** Han characters of one code unit, and halves of pairs, which may be one. */
const mayBeHan = new CodeUnits(
  (code) => isSurrogate(code) || /\p{Script=Han}/u.test(String.fromCharCode(code)),
);
const PAIR = /[\ud800-\udfff]/;
/** A character of UTF-8 in an address, Han or other. */
const ESCAPED = /(?:%[ef][\da-f](?:%[89ab][\da-f]){2,3})+/gi;

/** Han characters in a row that are looked for: fewer may stand anywhere by chance. */
const GRAM = 4;

/** Lines looked for in the whole text, one by one. */
const SEARCHES = 100;

/**
 * Finds the Han characters of a file that can be read nowhere in what was made of it: the last look at everything that a parser
 * or sanitiser leaves out (comments, attributes, labels, field values). One repair for each run of lines, with the text in full.
 * @param lines the file's lines; those whose text is understood and need not be shown may be empty
 * @param kept everything a reader or a tool can see
 */
export function hiddenText(lines: readonly string[], kept: readonly string[]): Repair[] {
  const shown = kept.map(hanIn).join('\n');
  const repairs: Repair[] = [];
  let grams: Set<string> | undefined;
  let searches = 0;
  let from = 0;
  let last = -2;
  for (const [index, line] of lines.entries()) {
    const han = hanIn(line);
    if (han === '') continue;
    // Almost every line follows the one before it; a few are looked for before that takes longer than a table of the text.
    let at = shown.startsWith(han, from) ? from : -1;
    if (at === -1 && searches++ < SEARCHES) at = shown.indexOf(han);
    if (at !== -1) {
      from = at + han.length;
      continue;
    }
    grams ??= gramsOf([...shown]);
    const text = lostIn(line, grams);
    if (text === '') continue;
    const before = repairs.at(-1);
    if (before && last === index - 1) before.before += `\n${text}`;
    else repairs.push(removal('hidden-text', index + 1, text));
    last = index;
  }
  return repairs;
}

/** The Han characters of a text, those in its addresses too. */
function hanIn(text: string): string {
  const decoded = text.includes('%') ? decodeAddresses(text) : text;
  const han = mayBeHan.in(decoded);
  return PAIR.test(han) ? decoded.replace(NO_HAN, '') : han;
}

function decodeAddresses(text: string): string {
  return text.replace(ESCAPED, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Every run of one to four characters of a text. */
function gramsOf(chars: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at < chars.length; at++)
    for (let length = 1, gram = ''; length <= GRAM; length++) {
      gram += chars[at + length - 1] ?? '';
      grams.add(gram);
    }
  return grams;
}

/** The part of a line from the first run of characters that is not shown whole to the end of the last one. */
function lostIn(line: string, grams: ReadonlySet<string>): string {
  const runs = [...line.matchAll(HAN_RUN)].map(({ 0: run, index }) => ({ chars: [...run], start: index }));
  const chars = runs.flatMap((run) => run.chars);
  const found = new Uint8Array(chars.length);
  const look = (from: number, to: number) => {
    if (grams.has(chars.slice(from, to).join(''))) found.fill(1, from, to);
  };
  for (let from = 0; from + GRAM <= chars.length; from++) look(from, from + GRAM);
  let from = 0;
  const lost = runs.filter((run) => {
    const to = from + run.chars.length;
    // A run shorter than a gram: as it stands.
    if (run.chars.length < GRAM) look(from, to);
    const isLost = found.subarray(from, to).includes(0);
    from = to;
    return isLost;
  });
  const [first, last] = [lost[0], lost.at(-1)];
  return first && last ? line.slice(first.start, last.start + last.chars.join('').length) : '';
}
