/** Periods with fewer articles say little. */
export const FEW = 10;
/** Periods up to which each month is named below a chart. */
const EACH_MONTH = 24;

/** A year at an end of the periods that they do not hold whole. */
export interface PartOfYear {
  /** `yyyy`. */
  year: string;
  /** The first and the last month that is there, `mm`. */
  from: string;
  to: string;
}

/**
 * The first and the last year, where they are not there whole: their numbers fall and rise with the months that are missing.
 * @param first the first month that is there, `yyyy-mm`
 * @param last the last one
 */
export function partsOfYears(first: string, last: string): PartOfYear[] {
  const [[year = '', from = ''], [end = '', to = '']] = [first.split('-'), last.split('-')];
  const ends =
    year === end
      ? [{ year, from, to }]
      : [
          { year, from, to: '12' },
          { year: end, from: '01', to },
        ];
  return ends.filter((one) => one.from > '01' || one.to < '12');
}

/** True for a period that says little: it has few articles, or is part of a year. @param key `yyyy` or `yyyy-mm` */
export const saysLittle = (key: string, articles: number, parts: readonly PartOfYear[]): boolean =>
  articles < FEW || parts.some(({ year }) => year === key);

/** The name of a period below a chart: of a year, or of the first month of one; of each month where there are few. */
export const axisName = (key: string, keys: readonly string[]): string =>
  key.length === 4 || keys.length <= EACH_MONTH ? key : key.endsWith('-01') ? key.slice(0, 4) : '';
