import { decoded } from '../article/addresses.ts';
import type { SourceFile } from '../files/scan.ts';

/** Folders in which generators, editors and exports keep what articles show. */
const ROOTS = [
  ...[
    'images',
    'image',
    'img',
    'imgs',
    'assets',
    'asset',
    'attachments',
    'attachment',
    'static',
    'public',
    'source',
    'media',
    'pics',
    'pictures',
    'uploads',
  ],
  ...[
    'files',
    'resources',
    'res',
    '_resources',
    'wp-content/uploads',
    'docs',
    'content',
    'src',
    'static/images',
    'static/img',
    'source/images',
    'public/images',
    'docs/public',
    '.vuepress/public',
  ],
  ...['附件', '图片', '资源'],
];

/** A path as names are compared: whatever their case, and however their characters are put together. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Files of a content folder by the many ways in which articles name them. Nothing outside the folder can be found in it. */
export class MediaIndex {
  readonly #exact = new Map<string, SourceFile>();
  readonly #folded = new Map<string, SourceFile>();
  /** By the last part of their paths. */
  readonly #named = new Map<string, SourceFile[]>();
  /** Addresses of pictures that were fetched into the folder, and their files. */
  readonly #rescued: ReadonlyMap<string, string>;

  constructor(files: readonly SourceFile[], rescued: ReadonlyMap<string, string> = new Map()) {
    this.#rescued = rescued;
    for (const file of files) {
      const path = folded(file.file);
      this.#exact.set(file.file, file);
      if (!this.#folded.has(path)) this.#folded.set(path, file);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const same = this.#named.get(name);
      if (same) same.push(file);
      else this.#named.set(name, [file]);
    }
  }

  /**
   * The file that an address means to a person who looks at the folder.
   * @param address as the article gives it
   * @param from the article's file
   * @param base the address of the article's original: what is on its host may lie here
   */
  find(address: string, from: string, base: string | null = null): SourceFile | null {
    if (address.startsWith('wiki:'))
      return this.#byName(decoded(address.slice(5)).replace(/#.*$/s, ''), from);
    if (/^(?:https?:)?\/\//i.test(address)) return this.#remote(address, from, base);
    if (/^[a-z][a-z\d+.-]+:/i.test(address)) return null;
    for (const path of spellings(address)) {
      const found = this.#byPath(path, from);
      if (found) return found;
    }
    return null;
  }

  #at(path: string): SourceFile | null {
    return this.#exact.get(path) ?? this.#folded.get(folded(path)) ?? null;
  }

  #byPath(path: string, from: string): SourceFile | null {
    const places = path.startsWith('/') ? [] : besides(from);
    const bare = path.replace(/^\/+/, '');
    for (const place of places) {
      const joined = join(place, bare);
      const found = joined !== null && this.#at(joined);
      if (found) return found;
    }
    // Where `..` leads out of the folder, the rest of the path is what is meant.
    const below = bare.replace(/^(?:\.{1,2}\/)+/, '');
    if (below === '' || below.split('/').includes('..')) return null;
    for (const folder of ancestors(from))
      for (const root of ['', ...ROOTS]) {
        const found = this.#at([folder, root, below].filter(Boolean).join('/'));
        if (found) return found;
      }
    return this.#bySuffix(below);
  }

  /** The only file whose path ends in this one. */
  #bySuffix(path: string): SourceFile | null {
    const end = folded(path);
    const same = this.#named.get(end.slice(end.lastIndexOf('/') + 1)) ?? [];
    const found = same.filter(({ file }) => `/${folded(file)}`.endsWith(`/${end}`));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The file of a name, wherever it lies: the nearest to the article. */
  #byName(name: string, from: string): SourceFile | null {
    const end = folded(name.replaceAll('\\', '/').replace(/^\/+/, ''));
    const same = (this.#named.get(end.slice(end.lastIndexOf('/') + 1)) ?? []).filter(({ file }) =>
      `/${folded(file)}`.endsWith(`/${end}`),
    );
    return same.reduce<SourceFile | null>(
      (best, file) => (best && distance(best.file, from) <= distance(file.file, from) ? best : file),
      null,
    );
  }

  #remote(address: string, from: string, base: string | null): SourceFile | null {
    const rescued = this.#rescued.get(address) ?? this.#rescued.get(address.replace(/#.*$/s, ''));
    if (rescued !== undefined) return this.#at(rescued);
    if (base === null || !URL.canParse(address, base)) return null;
    const { host, pathname } = new URL(address, base);
    if (host !== new URL(base).host) return null;
    for (const path of spellings(pathname)) {
      const found = this.#byPath(`/${path.replace(/^\/+/, '')}`, from);
      if (found) return found;
    }
    return null;
  }
}

/** Steps from one file's folder to the other's. */
export function distance(a: string, b: string): number {
  const [one, other] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return one.length + other.length - 2 * shared;
}

/** The ways in which a path may be meant, the literal one first. */
function spellings(address: string): string[] {
  const bare = address
    .trim()
    .replace(/^["'<]+|["'>]+$/g, '')
    .replaceAll('\\', '/');
  const cut = bare
    .replace(/\s+(?:"[^"]*"|'[^']*'|=\d*%?x\d*%?)\s*$/, '')
    .replace(/\|\s*\d+(?:x\d+)?$/, '')
    .replace(/[?#].*$/s, '');
  const list = [
    bare,
    decoded(bare),
    cut,
    decoded(cut),
    decoded(decoded(cut)),
    decoded(cut).replace(/[!@](?:\w{1,20})$/, ''),
  ];
  return [...new Set(list)]
    .map((path) => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''))
    .filter((path) => path !== '' && !path.includes('\0'));
}

/** Folders beside an article's file in which what it shows may lie: its own, and those named after it. */
function besides(from: string): string[] {
  const folder = folderOf(from);
  const stem = from.slice(folder === '' ? 0 : folder.length + 1).replace(/\.[^.]*$/, '');
  const own = [stem, `${stem}.assets`, `${stem}_files`, `${stem}.files`].map((name) =>
    folder === '' ? name : `${folder}/${name}`,
  );
  return [folder, ...own];
}

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** The folders that a file lies in, the innermost first, the content folder itself last. */
function ancestors(file: string): string[] {
  const found: string[] = [];
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) found.push(folder);
  return [...found, ''];
}

/** A path below another; null where it leads out of the content folder. */
export function join(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
