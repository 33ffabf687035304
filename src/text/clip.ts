/** Length of an excerpt in a repair, in UTF-16 code units. */
export const LIMIT = 160;

/** The first 160 characters of a text for a report, never half a surrogate pair, `…` where it was cut. */
export function clip(text: string, limit = LIMIT): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The first characters of a text, no half of a surrogate pair among them. */
export const firstCharacters = (text: string, count: number): string => [...text].slice(0, count).join('');
