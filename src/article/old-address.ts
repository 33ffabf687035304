/** A path on the site that an article comes from, however it is written: `/2013/x.html`, `2013/x`, `posts/x/`. Nothing but a path. */
const PATH = /^\/?[\p{L}\p{N}\p{M}%._~+@&=,!()-]+(?:\/[\p{L}\p{N}\p{M}%._~+@&=,!()-]+)*\/?$/u;

/** The path of an old address, `/` before it; null for what is none. */
export function oldAddress(written: string): string | null {
  const text = written.trim();
  if (!text.includes('/') && !/\.html?$/i.test(text)) return null;
  if (!PATH.test(text) || text.length > 500) return null;
  const path = decoded(text);
  // What leads out of the site is no part of it.
  if (path.split('/').some((part) => part === '..' || part === '.') || /[\p{Cc}\\]/u.test(path)) return null;
  return path.startsWith('/') ? path : `/${path}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
