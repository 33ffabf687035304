/** A bundle's name as it stands in a page. */
const BUNDLE = /\b[a-z]+-[0-9a-f]{10}\.(?:js|css)\b/g;

/**
 * Paths of the bundles that a page names in its head. Every page of a site names some: one that names none is another's,
 * which came in its place (a sign-in page of the network, a host's own page).
 */
export function bundlesOf(html: string): string[] {
  const head = html.slice(0, html.indexOf('</head>'));
  return [...new Set(Array.from(head.matchAll(BUNDLE), ([name]) => `assets/${name}`))];
}

/** True for a page; with status 200, since the page for addresses that lead nowhere has another. */
export const isPage = ({ status, headers }: Response): boolean =>
  status === 200 && isHtml(headers.get('Content-Type'));

/** True for a bundle that may be kept for good under a name that says its content: some hosts answer everything with a page. */
export const isBundle = ({ ok, headers }: Response): boolean => ok && !isHtml(headers.get('Content-Type'));

const isHtml = (type: string | null): boolean => type?.startsWith('text/html') ?? false;
