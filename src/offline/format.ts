/** Agreement of the build and the browser on how the archive is saved. */

/** A zip of up to 8 MB, and what is in it. Its name says its content: same name, same files. */
export interface Pack {
  /** `<name>.<digest of the listing>`, e.g. `2013-1.0f3c…`. */
  id: string;
  /** SHA-256 (hex) of the zip. */
  sha256: string;
  /** Bytes of the zip. */
  bytes: number;
  /** Bytes of its files. */
  size: number;
  /** Number of article pages in it. */
  articles: number;
}

/** Parts saved or left together: the articles of a year, the lists, an index. */
export interface PackGroup {
  /** `yyyy`, `undated`, `lists`, `search`, `media`, `pagefind` or `assets`. */
  id: string;
  packs: Pack[];
}

/** `offline/index.json`: everything that can be saved of one build of the site. */
export interface OfflineIndex {
  version: 1;
  /** Tells one build from another. */
  build: string;
  groups: PackGroup[];
}

/** A pack's files: path, first 16 hex digits of the SHA-256, bytes. */
export type Listing = [path: string, digest: string, size: number][];

/** Facts the service worker is told about its own build; they stand at the top of `sw.js`. */
export interface WorkerSite {
  build: string;
  /** Pages and bundles that are there offline whether or not anything is saved: path → first 16 hex digits of the SHA-256. */
  shell: Record<string, string>;
}

/** Where things are, relative to the site's root. */
export const INDEX_FILE = 'offline/index.json';
export const PACK_DIR = 'offline/packs/';
export const WORKER_FILE = 'sw.js';
export const OFFLINE_PAGE = 'offline.html';
export const UNSAVED_PAGE = 'unsaved.html';
/** Path of a pack. */
export const packFile = (id: string): string => `${PACK_DIR}${id}.zip`;
/** Path of a pack's listing. */
export const listingFile = (id: string): string => `${PACK_DIR}${id}.json`;

/** True for a path below the site's root, on whatever system it is unpacked: no way up, no root, no drive, nothing invisible. */
export const isPlainPath = (path: string): boolean =>
  !/[\\\p{Cc}]|^[a-z]:/iu.test(path) && path.split('/').every((name) => !/^\.{0,2}$/.test(name));

/** Hex digits of a digest that are kept a file. */
export const DIGEST_LENGTH = 16;

/** Group that every other one needs to be readable. */
export const ASSETS = 'assets';
/** Pictures and other files that articles show. */
export const MEDIA = 'media';
/**
 * Groups that the whole archive does without: word search is large, changes with every article, and exact search stands without it; the texts
 * can be saved without their pictures, which may weigh a hundred times as much.
 */
export const EXTRA_GROUPS: readonly string[] = [MEDIA, 'pagefind'];

/** The group a file of the site belongs to. */
export function groupOf(path: string): string {
  const [, folder = ''] = /^([^/]+)\//.exec(path) ?? [];
  if (/^\d{4}$/.test(folder) || ['undated', 'search', 'pagefind', MEDIA, ASSETS].includes(folder))
    return folder;
  return 'lists';
}

/** True for the path of an article's page. */
export const isArticle = (path: string): boolean =>
  /^(?:\d{4}\/\d\d|undated)\/[^/]+\.html$/.test(path) && !path.endsWith('/index.html');
