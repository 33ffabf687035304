import { CodeUnits, isSurrogate } from '../../text/code-units.ts';

/** Letters and digits of any script; halves of surrogate pairs count. */
const letters = new CodeUnits((code) => isSurrogate(code) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)));

/** The letters and digits of a text, in order: what is left of it whatever was done to blanks, marks and escapes. */
export const lettersOf = (text: string): string => letters.in(text);

const LESS = 0x3c;
const GREATER = 0x3e;
const AMPERSAND = 0x26;
const QUOTE = 0x22;

/**
 * Calls `see` for each letter and digit that a reader of HTML sees, as our own writer makes it: quoted attributes, and no character
 * reference that is a letter. Of a formula counts its TeX.
 */
export function eachShownLetter(html: string, see: (code: number) => void): void {
  let isHidden = false;
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === LESS) {
      if (html.startsWith('math', at + 1) || html.startsWith('/annotation', at + 1)) isHidden = true;
      else if (html.startsWith('annotation', at + 1) || html.startsWith('/math', at + 1)) isHidden = false;
      at = endOfTag(html, at);
    } else if (code === AMPERSAND) {
      const end = html.indexOf(';', at);
      if (end > at && end - at < 12) at = end;
    } else if (!isHidden && letters.has(code)) see(code);
  }
}

function endOfTag(html: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === GREATER && !isQuoted) return at;
  }
  return html.length;
}

const balance = new Int32Array(0x10000);

/** How often each letter stands in one heap of texts more than in another. One at a time: all share a table. */
export class Balance {
  readonly #touched: number[] = [];

  /** Adds (or takes away) every letter of a text, `times` times. */
  add(text: string, times: 1 | -1): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (letters.has(code)) this.addCode(code, times);
    }
  }

  addCode(code: number, times: 1 | -1): void {
    const before = balance[code] ?? 0;
    if (before === 0) this.#touched.push(code);
    balance[code] = before + times;
  }

  /** The letters that are left over and how often; empties the table. */
  settle(): Map<number, number> {
    const left = new Map<number, number>();
    for (const code of this.#touched) {
      const times = balance[code] ?? 0;
      if (times > 0) left.set(code, times);
      balance[code] = 0;
    }
    return left;
  }
}
