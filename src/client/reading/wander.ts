import { fetchRows } from './fetch-rows.ts';

/**
 * Leads to an article by chance: a row of one of the numbered lists.
 * `<a class="wander" data-pages="30" data-folder="list/" href="list/index.html" hidden>`
 */
export function wireWander(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.wander');
  if (!link) return;
  const { folder, pages } = link.dataset;
  link.hidden = false;
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const list = `${folder}${any(Number(pages)) + 1}.html`;
    try {
      const rows = await fetchRows(list);
      location.assign(rows[any(rows.length)]?.querySelector('a')?.href ?? list);
    } catch {
      // From a disk no page reads another: the list itself is a place to wander too.
      location.assign(list);
    }
  });
}

/** A number from 0 up to, and not, another. */
const any = (below: number): number => Math.floor(Math.random() * below);
