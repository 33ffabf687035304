import { ASSETS, MEDIA } from '../../offline/format.ts';

/** The way a request is answered. `pass` is left to the browser. */
export type Route =
  | { kind: 'pass' }
  | { kind: 'bundle' | 'index' | 'looked'; path: string }
  | { kind: 'page'; paths: string[] };

const PASS: Route = { kind: 'pass' };

/** The part of a request that the service worker looks at. */
export type Asked = Pick<Request, 'method' | 'url' | 'mode' | 'cache'>;

/**
 * Sorts a request.
 * @param root address of the site's root, with its slash
 */
export function route({ method, url, mode, cache }: Asked, root: string): Route {
  const [address = ''] = url.split(/[?#]/);
  // `no-store` is how the offline page asks past all caches.
  if (method !== 'GET' || cache === 'no-store' || !address.startsWith(root)) return PASS;
  const path = decoded(address.slice(root.length));
  if (path === null || path.startsWith('offline/')) return PASS;
  if (path.startsWith(`${MEDIA}/`)) return { kind: 'index', path };
  if (mode === 'navigate') return isData(path) ? PASS : { kind: 'page', paths: pagesOf(path) };
  if (path.startsWith(`${ASSETS}/`)) return { kind: 'bundle', path };
  if (/^(?:search|pagefind)\//.test(path)) return { kind: 'index', path };
  if (path.endsWith('.html')) return { kind: 'looked', path };
  return PASS;
}

/** Feeds, downloads and their like: large ones must not pass through the worker's memory. A person may be called `a.xml`. */
const isData = (path: string): boolean =>
  /\.(?:xml|json|gz|zip|epub|zim|txt|md|webmanifest|svg|png|jpg|ico)$/.test(path) &&
  !/^(?:authors|topics|threads)\//.test(path);

/** The files an address may mean: hosts show `a/index.html` as `a/`, some show `a.html` as `a`. */
function pagesOf(path: string): string[] {
  if (path === '' || path.endsWith('/')) return [`${path}index.html`];
  return path.endsWith('.html') ? [path] : [`${path}.html`, `${path}/index.html`];
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
