/**
 * Leads to what appeared on today's date in other years, if that day has a page: a build knows no clock.
 * `<a class="today" data-days="…" data-folder="days/" hidden>`
 */
export function wireToday(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.today');
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  if (!link || !hasDay(link.dataset.days ?? '', month, day)) return;
  const two = (value: number) => String(value).padStart(2, '0');
  link.href = `${link.dataset.folder}${two(month)}-${two(day)}.html`;
  link.hidden = false;
}

/** Reads one bit of `dayBits` (`src/pages/day.ts`). */
export function hasDay(bits: string, month: number, day: number): boolean {
  const at = (month - 1) * 31 + day - 1;
  return ((Number.parseInt(bits[at >> 2] ?? '0', 16) >> (at & 3)) & 1) === 1;
}
