/**
 * How a site is read from a disk. Pages opened from `file:` may neither fetch a file nor load a module nor start a worker;
 * classic scripts are all they can load. So the zip holds, in a folder of their own, the files of the exact index and the
 * texts of the articles once more, as scripts that put what they carry into `window.jiuwenDisk` under their name.
 */

/** Folder of these scripts below the site's root. */
export const DISK = 'disk/';

/** Name of the list of packs of texts. */
export const TEXT_LIST = 'texts';

/** Name of a pack of texts. */
export const textPack = (number: number): string => `texts/${number}`;

/** Path of a script below the site's root. */
export const diskScript = (name: string): string => `${DISK}${name}.js`;

/** The text of an article, as the exact index has it. */
export interface DiskText {
  title: string;
  author: string;
  topics: string[];
  passages: string[];
}

/** The packs of texts, ascending in code units: path of the first article, name. */
export type DiskPacks = [first: string, name: string][];

/** What scripts carry: a file of the index in Base64, the list of packs, or a pack (texts by path). */
export type DiskContent = string | DiskPacks | Record<string, DiskText>;

declare global {
  interface Window {
    jiuwenDisk?: Record<string, DiskContent>;
  }
}
