/**
 * Fetches a page of the site, to take parts of it. Its links are made whole, because they are going to stand elsewhere.
 * @throws {Error} from a disk, or where there is no network
 */
export async function fetchPage(address: string): Promise<Document> {
  // The browser would say in the console that it may not.
  if (location.protocol === 'file:') throw new Error('no page reads another from a disk');
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const link of page.querySelectorAll('a'))
    link.href = new URL(link.getAttribute('href') ?? '', response.url).href;
  return page;
}

/** The articles that a page lists. */
export const rowsOf = (page: Document): HTMLLIElement[] => [
  ...page.querySelectorAll<HTMLLIElement>('.rows > li'),
];

/** Fetches the articles that a page lists. @throws {Error} from a disk, or where there is no network */
export const fetchRows = async (address: string): Promise<HTMLLIElement[]> =>
  rowsOf(await fetchPage(address));
