import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;
/** Controls, zero-width characters and marks that only steer the direction of text. */
const INVISIBLE =
  /[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** One line of plain text: character references decoded, invisible characters gone, white space single. */
export function plainLine(text: string): string {
  return text
    .replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return decodeNamedCharacterReference(name) || whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : whole;
    })
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
}
