import { groupOf } from '../../offline/format.ts';
import { packedDigest } from '../offline/proof.ts';
import { sha256 } from '../offline/sha256.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { site } from './scope.ts';

/** A bundle's name, which says the beginning of its SHA-256. */
const BUNDLE = /\b[a-z]+-[0-9a-f]{10}\.(?:js|css)\b/g;

/** Paths of the bundles that a page names in its head. */
export function bundlesOf(html: string): string[] {
  const head = html.slice(0, html.indexOf('</head>'));
  return [...new Set(Array.from(head.matchAll(BUNDLE), ([name]) => `assets/${name}`))];
}

/**
 * True for the bytes of a bundle or a page as the build wrote them. What a sign-in page, a host's own page, a host half-way between
 * two builds or one that changes files on the way answers may be shown; it is never kept.
 */
export async function isGenuine(
  storage: SiteStorage,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const [, named] = /-([0-9a-f]{10})\.(?:js|css)$/.exec(path) ?? [];
  const expected =
    site.shell[path] ?? named ?? (await packedDigest(storage, site.build, groupOf(path), path));
  return expected !== null && (await sha256(bytes)).startsWith(expected);
}

/** True for an answer that may be a page; with status 200, since the page for addresses that lead nowhere has another. */
export const isPage = ({ status, headers }: Response): boolean =>
  status === 200 && (headers.get('Content-Type')?.startsWith('text/html') ?? false);
