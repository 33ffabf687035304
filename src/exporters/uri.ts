/**
 * An address as RFC 3986 (appendix A) allows it: `URL` keeps characters that browsers forgive and validators do not,
 * such as a second `#`.
 */
export function strictUri(address: string): string {
  const url = new URL(address);
  // An empty query or fragment is only a sign in the address, and `URL` says of both that there is none.
  if (url.search === '') url.search = '';
  if (url.hash === '') url.hash = '';
  const escaped = (text: string) =>
    text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, encodeURIComponent);
  const rest = escaped(url.pathname + url.search) + (url.hash && `#${escaped(url.hash.slice(1))}`);
  const start = url.href.slice(0, url.href.length - (url.pathname + url.search + url.hash).length);
  return start + rest;
}
