import { dates } from '#locale';
import { fetchRows } from './fetch-rows.ts';

/**
 * Leads to what appeared on today's date in other years, and shows some of it, if that day has a page: a build knows no clock.
 * `<a class="today" data-days="…" data-folder="days/" data-name="历年今天" hidden>`, or the same in a `<section class="on-this-day">`, whose rows are not
 * seen before it is `settled` and stay as many, so that nothing changes or moves under a reader's eyes.
 */
export async function wireToday(): Promise<void> {
  const section = document.querySelector('.on-this-day');
  try {
    await showToday(section);
  } catch {
    // From a disk, or without network: the archive's latest day stays.
  }
  section?.classList.add('settled');
}

async function showToday(section: Element | null): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('a.today');
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  if (!link || !hasDay(link.dataset.days ?? '', month, day)) return;
  const monthDay = [month, day].map((value) => String(value).padStart(2, '0')).join('-');
  const before = link.href;
  const address = `${link.dataset.folder}${monthDay}.html`;
  const list = section?.querySelector<HTMLElement>('.rows');
  if (list) {
    if (new URL(address, document.baseURI).href !== before)
      replaceRows(list, onePerYear(await fetchRows(address)));
    const name = section?.querySelector<HTMLElement>('[data-today]');
    if (name) name.textContent = name.dataset.today ?? '';
  }
  link.href = address;
  link.hidden = false;
  link.textContent = link.dataset.name ?? dates.monthDay(monthDay);
}

/** Puts as many rows into a list as it has room for: what stands below it stays where it is. */
function replaceRows(list: HTMLElement, rows: readonly HTMLLIElement[]): void {
  const { height } = list.getBoundingClientRect();
  const most = list.children.length;
  list.style.setProperty('--room', `${height}px`);
  list.replaceChildren(...rows.slice(-most));
  while (list.children.length > 1 && list.getBoundingClientRect().height > height + 1)
    list.lastElementChild?.remove();
}

/** The last row of each year of a day's page, which has the newest first, as the home page has them: year and title, the oldest first. */
function onePerYear(rows: readonly HTMLLIElement[]): HTMLLIElement[] {
  const years = new Map<string, HTMLLIElement>();
  for (const row of rows) {
    const time = row.querySelector('time');
    if (!time) continue;
    const year = time.dateTime.slice(0, 4);
    time.textContent = year;
    row.querySelector('.by')?.remove();
    row.removeAttribute('class');
    row.removeAttribute('id');
    years.set(year, row);
  }
  return [...years.values()].reverse();
}

/** Reads one bit of `dayBits` (`src/pages/day-bits.ts`). */
export function hasDay(bits: string, month: number, day: number): boolean {
  const at = (month - 1) * 31 + day - 1;
  return ((Number.parseInt(bits[at >> 2] ?? '0', 16) >> (at & 3)) & 1) === 1;
}
