import { dates } from '#locale';
import { fetchRows } from './fetch-rows.ts';

/** Rows of today's date that the home page shows. */
const ROWS = 8;

/**
 * Leads to what appeared on today's date in other years, and shows some of it, if that day has a page: a build knows no clock.
 * `<a class="today" data-days="…" data-folder="days/" data-name="历年今天" hidden>`, `<section class="on-this-day">`
 */
export function wireToday(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.today');
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  if (!link || !hasDay(link.dataset.days ?? '', month, day)) return;
  const two = (value: number) => String(value).padStart(2, '0');
  link.href = `${link.dataset.folder}${two(month)}-${two(day)}.html`;
  link.hidden = false;
  link.textContent = link.dataset.name ?? '';
  const [heading, list] = ['h2 a', '.rows'].map((part) =>
    document.querySelector<HTMLElement>(`.on-this-day ${part}`),
  );
  if (!(heading instanceof HTMLAnchorElement) || !list || heading.href === link.href) return;
  fetchRows(link.href).then(
    (rows) => {
      heading.href = link.href;
      heading.textContent = dates.monthDay(`${two(month)}-${two(day)}`);
      for (const time of rows.flatMap((row) => [...row.querySelectorAll('time')]))
        time.textContent = time.dateTime;
      list.replaceChildren(...rows.slice(0, ROWS));
    },
    // From a disk, or without network: the archive's latest day stays.
    () => undefined,
  );
}

/** Reads one bit of `dayBits` (`src/pages/day.ts`). */
export function hasDay(bits: string, month: number, day: number): boolean {
  const at = (month - 1) * 31 + day - 1;
  return ((Number.parseInt(bits[at >> 2] ?? '0', 16) >> (at & 3)) & 1) === 1;
}
