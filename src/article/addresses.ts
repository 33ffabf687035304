import { LINK_SCHEMES } from './schema.ts';

/** An address as a browser would complete it where only its scheme is missing. */
export function withScheme(written: string): string {
  if (written.startsWith('//')) return `https:${written}`;
  return /^www\./i.test(written) ? `http://${written}` : written;
}

/**
 * Host and path of an address that a parser would give back as it is: plain, without port, query, fragment, escapes and dots to walk. Most are, and
 * parsing one costs ten times this.
 */
export function plainAddress(text: string): { host: string; path: string } | null {
  const [, host = '', path = ''] = PLAIN_ADDRESS.exec(text) ?? [];
  return host === '' || host.includes('xn--') || /\/\.{1,2}(?:\/|$)/.test(path)
    ? null
    : { host, path: path || '/' };
}
const PLAIN_ADDRESS = /^https?:\/\/((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,})(\/[\w/.~-]*)?$/;

/** An address without its escapes, or as it is: a stray % is part of it. */
export function decoded(address: string, decode = decodeURIComponent): string {
  if (!address.includes('%')) return address;
  try {
    return decode(address);
  } catch {
    return address;
  }
}

/**
 * An absolute address for what a link or picture of an article names, or null where it names nothing reachable:
 * no base for a relative one, a scheme outside the list, an address no parser understands.
 * @param base the article's own address
 */
export function resolveUrl(written: string, base: string | null): string | null {
  const text = written.replace(/[\t\n\r]/g, '').trim();
  if (text === '') return null;
  const plain = plainAddress(text);
  if (plain) return plain.path === '/' && !text.endsWith('/') ? `${text}/` : text;
  try {
    const url = new URL(withScheme(text), base ?? undefined);
    if (!LINK_SCHEMES.includes(url.protocol.slice(0, -1))) return null;
    if (/^https?:$/.test(url.protocol) && !/^[^.].*\.|^localhost$|^\[/.test(url.hostname)) return null;
    return url.href;
  } catch {
    return null;
  }
}
