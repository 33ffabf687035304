import type { SourceFile } from '../files/scan.ts';
import { ancestors, besides, folderOf, join } from './places.ts';
import { spellings } from './spellings.ts';

/** A path as names are compared: whatever their case, and however their characters are put together. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The last two parts of a path. */
const endOf = (path: string): string => path.split('/').slice(-2).join('/');

/** Files that end alike and are compared one by one. */
const COMPARED = 64;

/**
 * Files of a content folder by the many ways in which articles name them. Nothing outside the folder can be found in it, and a search takes
 * a bounded number of steps, whatever the folder holds.
 */
export class MediaIndex {
  readonly #exact = new Map<string, SourceFile>();
  readonly #folded = new Map<string, SourceFile>();
  /** By the last part of their paths, in code unit order of their paths. */
  readonly #named = new Map<string, SourceFile[]>();
  /** By the last two parts of their paths. */
  readonly #ends = new Map<string, SourceFile[]>();
  readonly #rescued: ReadonlyMap<string, string>;
  /** The places of the article that was asked about last: an article's references come one after another. */
  #around: { from: string; besides: readonly string[]; above: readonly string[] } | null = null;

  /**
   * @param files in any order
   * @param rescued addresses of files of other hosts that lie in the folder, with their paths there
   */
  constructor(files: readonly SourceFile[], rescued: ReadonlyMap<string, string> = new Map()) {
    this.#rescued = rescued;
    for (const file of [...files].sort((a, b) => (sortKey(a.file) < sortKey(b.file) ? -1 : 1))) {
      const path = folded(file.file);
      this.#exact.set(file.file, file);
      if (!this.#folded.has(path)) this.#folded.set(path, file);
      append(this.#named, nameOf(path), file);
      if (path.includes('/')) append(this.#ends, endOf(path), file);
    }
  }

  /** True for a folder of articles alone. */
  get isEmpty(): boolean {
    return this.#exact.size === 0;
  }

  /**
   * The file that an address means to a person who looks at the folder, or null.
   * @param address as the article gives it
   * @param from the article's file
   * @param base the address of the article's original: what its host has may lie here
   */
  find(address: string, from: string, base: string | null = null): SourceFile | null {
    if (this.isEmpty) return null;
    const isNamed = address.startsWith('wiki:');
    const host = hostOf(address);
    const isOwn = host !== null && base !== null && host === hostOf(base);
    if (host !== null) {
      const rescued = this.#rescued.get(address) ?? this.#rescued.get(address.replace(/#.*$/s, ''));
      if (rescued !== undefined) return this.#at(rescued);
    } else if (!isNamed && /^[a-z][a-z\d+.-]+:/i.test(address)) return null;
    for (const path of spellings(address)) {
      const name = nameOf(folded(path));
      // Most addresses name nothing that is here at all.
      if (name === '' || !this.#named.has(name)) continue;
      const found = isNamed
        ? (this.#beside(path, from) ?? this.#nearest(path, from))
        : host !== null
          ? this.#byHost(host, path, from, isOwn)
          : this.#byPath(path, from);
      if (found) return found;
    }
    return null;
  }

  #places(from: string): { besides: readonly string[]; above: readonly string[] } {
    if (this.#around?.from !== from) this.#around = { from, besides: besides(from), above: ancestors(from) };
    return this.#around;
  }

  #at(path: string): SourceFile | null {
    return this.#exact.get(path) ?? this.#folded.get(folded(path)) ?? null;
  }

  /** In the article's own folder, and in those named after it. */
  #beside(path: string, from: string): SourceFile | null {
    if (path.startsWith('/')) return null;
    for (const folder of this.#places(from).besides) {
      const place = join(folder, path);
      const found = place === null ? null : this.#at(place);
      if (found) return found;
    }
    return null;
  }

  #byPath(path: string, from: string): SourceFile | null {
    const bare = path.replace(/^\/+/, '');
    const near = this.#beside(path, from);
    if (near) return near;
    // Where `..` leads elsewhere, the rest of the path is what is meant.
    const below = join('', bare.replace(/^(?:\.{1,2}\/)+/, ''));
    if (below === null || below === '') return null;
    for (const folder of this.#places(from).above) {
      const found = this.#at(join(folder, below) ?? '');
      if (found) return found;
    }
    return this.#only(below);
  }

  /** A file of another host: of the article's own by the tail of its path, of any other in a folder that is named after the host. */
  #byHost(host: string, path: string, from: string, isOwn: boolean): SourceFile | null {
    const bare = path.replace(/^\/+/, '');
    const parts = bare.split('/').slice(-8);
    // One name alone says too little.
    const tails = isOwn ? parts.slice(0, -1).map((_, at) => parts.slice(at).join('/')) : [];
    for (const tail of [`${host}/${bare}`, ...(isOwn ? [bare] : []), ...tails])
      for (const folder of this.#places(from).above) {
        const found = this.#at(join(folder, tail) ?? '');
        if (found) return found;
      }
    return null;
  }

  /** The only file whose path ends in this one. */
  #only(path: string): SourceFile | null {
    const end = folded(path);
    const alike = (end.includes('/') ? this.#ends.get(endOf(end)) : this.#named.get(end)) ?? [];
    if (alike.length > COMPARED) return null;
    const found = alike.filter(({ file }) => `/${folded(file)}`.endsWith(`/${end}`));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The file of a name that is nearest to the article: in order of their paths, those that share most folders with it stand together. */
  #nearest(path: string, from: string): SourceFile | null {
    const end = folded(path.replace(/^\/+/, ''));
    const alike = (end.includes('/') ? this.#ends.get(endOf(end)) : this.#named.get(end)) ?? [];
    let [low, high] = [0, alike.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sortKey(alike[middle]?.file ?? '') < sortKey(from)) low = middle + 1;
      else high = middle;
    }
    const near = alike
      .slice(Math.max(0, low - COMPARED), low + COMPARED)
      .filter(({ file }) => `/${folded(file)}`.endsWith(`/${end}`));
    return near.reduce<SourceFile | null>(
      (best, file) => (best && distance(best.file, from) <= distance(file.file, from) ? best : file),
      null,
    );
  }
}

/** The host that an address names; null for a path. */
const hostOf = (address: string): string | null =>
  /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? null;

/** Files of a folder stand together, before those of folders whose names go on. */
const sortKey = (file: string): string => file.replaceAll('/', '\0');

function append(lists: Map<string, SourceFile[]>, key: string, file: SourceFile): void {
  const list = lists.get(key);
  if (list) list.push(file);
  else lists.set(key, [file]);
}

/** Steps from one file's folder to the other's. */
export function distance(one: string, other: string): number {
  const [a, b] = [folderOf(one).split('/'), folderOf(other).split('/')];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return a.length + b.length - 2 * shared;
}
