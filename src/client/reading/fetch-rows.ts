/**
 * Fetches a page of the site, to take rows of it. Its links are made whole, because they stand elsewhere.
 * @throws {Error} from a disk, or where there is no network
 */
export async function fetchRows(address: string): Promise<HTMLLIElement[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const rows = [...page.querySelectorAll<HTMLLIElement>('.rows > li')];
  for (const row of rows)
    for (const link of row.querySelectorAll('a'))
      link.href = new URL(link.getAttribute('href') ?? '', response.url).href;
  return rows;
}
