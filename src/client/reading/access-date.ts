/** A moment's day on the reader's calendar, `yyyy-mm-dd`. */
export function localDate(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Puts the day of citing into a reference, after the date of publication: `[EB/OL]. (2013-08-01)[2026-11-22]. https://…` (GB/T 7714-2015 §4.6).
 * A text that is no such reference comes back as it is.
 * @param today `yyyy-mm-dd`
 */
export function withAccessDate(text: string, today: string): string {
  return text.replace(/^([\s\S]*\[EB\/OL\]\. )(\(\d{4}-\d\d-\d\d\))? ?/, `$1$2[${today}]. `).trim();
}
