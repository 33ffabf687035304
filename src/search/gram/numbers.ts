/** Numbers are written with a comma at every third digit or without: `2,000`, `2000`. */

const PLAIN = /(?<![\d.,])\d{4,15}(?![\d,])/g;
const GROUPED = /(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?![\d,])/g;

/** A folded string and, where numbers are in it, the string with all of them written the other way. */
export function numberSpellings(text: string): string[] {
  const plain = text.replace(GROUPED, (number) => number.replaceAll(',', ''));
  const grouped = text.replace(PLAIN, (number) => number.replace(/\B(?=(\d{3})+$)/g, ','));
  return [...new Set([text, plain, grouped])];
}
