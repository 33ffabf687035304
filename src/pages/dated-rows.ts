import type { Row } from '../archive/rows.ts';

/** A row under what it has in common with its neighbours. */
interface DatedRow extends Row {
  /** Its day, or its year: the part of its date that tells it from the others of the page. */
  label: string;
  /** True where the row before it has the same label. */
  isAgain: boolean;
  /** Fragment of the first row with its label; empty for the others. */
  anchor: string;
}

/**
 * Labels rows with a part of their dates, so that no heading has to stand over the few of a day.
 * @param prefix of the fragments that lead to the first rows; null where parts come again on the page, as days of other months do
 * @param partOf the part, of a date `yyyy-mm-dd`
 */
export function datedRows(
  rows: readonly Row[],
  prefix: 'd' | 'y' | null,
  partOf: (date: string) => string,
  labelOf: (part: string) => string,
): DatedRow[] {
  let last: string | null = null;
  return rows.map((row) => {
    const part = partOf(row.date);
    const isAgain = part === last;
    last = part;
    return {
      ...row,
      label: part && labelOf(part),
      isAgain,
      anchor: isAgain || !part || !prefix ? '' : `${prefix}-${part}`,
    };
  });
}

/** `22` of `2013-05-22` */
export const dayOf = (date: string): string => date.slice(8);

/** `2013` of `2013-05-22` */
export const yearOf = (date: string): string => date.slice(0, 4);
