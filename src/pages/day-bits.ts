/**
 * Which calendar days have a page, for the browser that knows what day it is: a bit a day, 31 a month, four to a hexadecimal digit
 * (day 1 of January is the lowest bit of the first digit). `src/client/reading/today.ts` reads it.
 * @param days `mm-dd`
 */
export function dayBits(days: Iterable<string>): string {
  const digits = new Array<number>((12 * 31) / 4).fill(0);
  for (const day of days) {
    const at = (Number(day.slice(0, 2)) - 1) * 31 + Number(day.slice(3)) - 1;
    digits[at >> 2] = (digits[at >> 2] ?? 0) | (1 << (at & 3));
  }
  return digits.map((digit) => digit.toString(16)).join('');
}
