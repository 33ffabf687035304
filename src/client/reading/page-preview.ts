import { el } from '../search/dom.ts';

/** How much of a text is shown, in characters. */
const LEAD = 120;

const known = new Map<string, Promise<Node[] | null>>();

/**
 * Title, day and first lines of another article of this archive, fetched once.
 * @returns null for any other link, from a disk, and where the page cannot be had
 */
export function pagePreview(link: HTMLAnchorElement, root: string): Promise<Node[] | null> {
  const { href, hash, protocol } = link;
  const address = href.slice(0, href.length - hash.length);
  const isOther = address.startsWith(root) && address !== location.href.replace(/#.*/s, '');
  if (!isOther || !address.endsWith('.html') || protocol === 'file:') return Promise.resolve(null);
  const loading = known.get(address) ?? read(address).catch(() => null);
  known.set(address, loading);
  // Nodes stand in one place only.
  return loading.then((nodes) => nodes?.map((node) => node.cloneNode(true)) ?? null);
}

async function read(address: string): Promise<Node[] | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const text = page.getElementById('text');
  if (!text) return null;
  const paragraph = [...text.querySelectorAll('p')].find((one) => (one.textContent ?? '').trim().length > 1);
  const lead = Array.from((paragraph?.textContent ?? '').replace(/\s+/g, ' ').trim());
  const day = page.querySelector('time')?.dateTime.slice(0, 10) ?? '';
  return [
    el('p', { class: 'title' }, page.querySelector('h1')?.textContent?.trim() ?? ''),
    el('p', { class: 'note' }, day, ' ', page.querySelector('.byline')?.textContent?.trim() ?? ''),
    el('p', {}, lead.length > LEAD ? `${lead.slice(0, LEAD).join('')}…` : lead.join('')),
  ];
}
