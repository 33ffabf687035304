import { clip } from '../../text/clip.ts';
import { decoded, resolveUrl } from '../addresses.ts';
import type { Address } from './content.ts';
import type { Shown } from './shown.ts';

const ATTRIBUTE = /\s(?:href|src|data-src|poster)="([^"]*)"/g;
/** Characters of an address that a cut excerpt of a repair still shows. */
const CUT = 120;
/** Addresses looked for in the whole text, one by one. */
const SEARCHES = 100;

/** The characters that our own writer of HTML writes as references. */
const plain = (text: string): string =>
  text.replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** The addresses of a source that a page neither leads to, shows as text, nor names among its repairs. */
export function findAddresses(addresses: readonly Address[], shown: Shown): Address[] {
  if (addresses.length === 0) return [];
  const known = new Set<string>();
  for (const [, value = ''] of shown.html.matchAll(ATTRIBUTE)) known.add(plain(value));
  for (const address of kept(shown)) known.add(address);
  for (const { before, after } of shown.repairs) known.add(before).add(after);
  const rest = addresses.filter(
    ({ address }) => !known.has(address) && !known.has(`${address}/`) && !isOwn(address),
  );
  if (rest.length === 0) return [];
  const inOneForm = new Set([...known].map((one) => formOf(one, shown.url)));
  let text: string | undefined;
  let searches = 0;
  return rest.filter(({ address }) => {
    if (inOneForm.has(formOf(address, shown.url)) || known.has(clip(address))) return false;
    if (searches++ >= SEARCHES) return false;
    text ??= everythingOf(shown);
    // A host that nobody can reach stands as text without the scheme.
    const bare = address.replace(/^https?:\/\//, '');
    return ![bare, decoded(bare)].some((one) => text?.includes(one.slice(0, CUT)));
  });
}

/** The references that an element of the page still stands for. */
function kept({ html, references }: Shown): string[] {
  if (references.length === 0) return [];
  const numbers = new Set(Array.from(html.matchAll(/\sdata-ref="(\d+)"/g), ([, number]) => Number(number)));
  return references.flatMap(({ address }, number) => (numbers.has(number) ? [address] : []));
}

/** A place in the article itself: a link to it is tied to the place or named as dead. */
const isOwn = (address: string): boolean => address.startsWith('#');

/** `&`, written as a character reference once or several times. */
const REFERENCE = /&(?:amp;|#38;|#x26;)+/gi;

/** An address without what makes no difference: its escapes, its missing scheme or host. */
function formOf(address: string, base: string | null): string {
  const text = address.trim().replace(REFERENCE, '&');
  if (/^data:/i.test(text)) return clip(text);
  return decoded(resolveUrl(text, base) ?? text).replace(/\/$/, '');
}

/** All that a person can read of an article, escapes and all, and once more without them. */
function everythingOf({ html, repairs, problems }: Shown): string {
  const all = [
    plain(html),
    ...repairs.flatMap(({ before, after }) => [before, after]),
    ...problems.map(({ message }) => message),
  ].join('\n');
  return !all.includes('%')
    ? all
    : `${all}\n${all.replace(/(?:%[\da-f]{2})+/gi, (escaped) => decoded(escaped))}`;
}

/** An address as it is compared where nothing but its text is known. */
const inText = (written: string): string => written.replace(REFERENCE, '&').replace(ENDS, '').toLowerCase();

/** An address in the text of a file, up to a mark that ends it in prose or Markdown. */
const BARE = /https?:\/\/[\w.~:/?#@!$&+,;=%-]+/gi;
/** Marks behind it. */
const ENDS = /[._~,;:!?&#@$+=/-]+$/;

/** The addresses with a scheme in a file, however they are marked up: what a dialect or parser leaves out is found here. */
export function addressesIn(text: string, firstLine: number): Address[] {
  if (!text.includes('://')) return [];
  const found: Address[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.includes('://')) continue;
    for (const [written] of line.matchAll(BARE)) {
      const address = inText(written);
      if (seen.has(address)) continue;
      seen.add(address);
      found.push({ kind: 'links', address, line: firstLine + index });
    }
  }
  return found;
}

/**
 * Those of the addresses in a file that stand nowhere in what was made of it.
 * @param held addresses that were looked for already
 */
export function findBare(all: readonly Address[], held: readonly Address[], shown: Shown): Address[] {
  const checked = new Set(held.map(({ address }) => inText(address)));
  const addresses = all.filter(({ address }) => !checked.has(address));
  if (addresses.length === 0) return [];
  const text = everythingOf(shown) + kept(shown).join('\n');
  const lower = text.replace(REFERENCE, '&').toLowerCase();
  // What is known stands in the text anyway: listed only where there is more to look for than may be.
  const known = new Set<string>();
  if (addresses.length > SEARCHES) for (const [written] of text.matchAll(BARE)) known.add(inText(written));
  let searches = 0;
  return addresses.filter(({ address }) => {
    if (known.has(address) || searches++ >= SEARCHES) return false;
    // A browser writes a host's `/`.
    const [form = ''] = [formOf(address, null).toLowerCase()];
    return ![address, decoded(address), form].some((one) => lower.includes(one.slice(0, CUT)));
  });
}
