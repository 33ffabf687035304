/** How far two days lie apart: whole years and months by the calendar and the days that are left, and all of it in days. */
export interface CalendarDistance {
  years: number;
  months: number;
  days: number;
  total: number;
}

const DAY = 86_400_000;

/**
 * The distance from one day to a later one.
 * @param from `yyyy-mm-dd`
 * @param to `yyyy-mm-dd`, not before `from`
 */
export function calendarDistance(from: string, to: string): CalendarDistance {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  const end = Date.UTC(toYear, toMonth - 1, toDay);
  const all = (toYear - year) * 12 + toMonth - month;
  /** The day so many months on, at most the last of its month: a month after 31 January is 28 February. */
  const after = (months: number): number =>
    Math.min(Date.UTC(year, month - 1 + months, day), Date.UTC(year, month + months, 0));
  const months = after(all) <= end ? all : all - 1;
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: (end - after(months)) / DAY,
    total: (end - Date.UTC(year, month - 1, day)) / DAY,
  };
}
