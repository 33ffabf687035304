/** Paths of files that never change: their names carry a hash of the content. */
export const HASHED_PATHS = [
  'assets/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/volumes/*',
  'offline/packs/*',
  'media/*',
] as const;

/** For what never changes. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** For everything else: kept, and asked about before use, so that a new build is seen at once. */
export const ASK_FIRST = 'no-cache';

/** Headers of every response. Each page carries its content security policy itself; `frame-ancestors` works as a header only. */
export const EVERY_RESPONSE: Record<string, string> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** Types that servers do not know by themselves, by file ending. */
export const ENDINGS: Record<string, string> = {
  '.md': 'text/markdown; charset=utf-8',
  '.jsonl.gz': 'application/gzip',
  '.webmanifest': 'application/manifest+json',
};

/** Types of single files. */
export const FILE_TYPES: Record<string, string> = {
  'feed.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  'opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
  'llms.txt': 'text/plain; charset=utf-8',
};

/** Addresses that feed readers try, and where they lead. */
export const REDIRECTS: Record<string, string> = {
  'atom.xml': 'feed.xml',
  'rss.xml': 'feed.xml',
  'index.xml': 'feed.xml',
};

/**
 * Response headers by path, for hosts that merge those of every rule that fits: no header stands in two of them.
 * Paths are relative to the site's root; `*` at the end stands for anything.
 */
export function headerRules(): { path: string; headers: Record<string, string> }[] {
  return [
    { path: '*', headers: EVERY_RESPONSE },
    // Browsers look here for a newer build, and a host's default may let them keep the old one for a day.
    { path: 'sw.js', headers: { 'Cache-Control': ASK_FIRST } },
    ...HASHED_PATHS.map((path) => ({ path, headers: { 'Cache-Control': FOREVER } })),
    ...Object.entries(FILE_TYPES).map(([path, type]) => ({ path, headers: { 'Content-Type': type } })),
  ];
}

/** Path of the site's root on its host: `/`, or `/archive/` for an archive under a sub-path. Unescaped, as folders and servers have it. */
export function basePath(origin: string | null): string {
  // The settings let letters and the like in only: nothing here needs the quoting rules of a server.
  return origin ? decodeURIComponent(new URL(origin).pathname) : '/';
}
