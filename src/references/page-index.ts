import { decoded } from '../article/addresses.ts';
import { nameOfFile } from '../article/file-facts.ts';
import { distance } from '../media/find.ts';
import { folderOf, join } from '../media/places.ts';
import type { Entry } from '../types.ts';

/** An article that an address leads to. */
export interface FoundPage {
  entry: Entry;
  /** The other articles that the address might mean. */
  others: number;
}

/** Folders in which generators keep articles, and that no address names. */
const ROOTS = [
  '',
  'source/_posts',
  'source',
  'content',
  'content/posts',
  'content/post',
  'docs',
  '_posts',
  'posts',
  'src',
  'blog',
];

const ENDING = /\.(?:md|markdown|mdown|mdx|html?|aspx?|php)$/i;
const INDEX = /(?:^|\/)(?:index|_index|readme)$/i;

const folded = (text: string): string =>
  (/[^\0-\x7f]/.test(text) ? text.normalize('NFC') : text).toLowerCase();

/** A path without what does not tell pages apart: ending, `index`, slashes at both ends, case. */
const pathKey = (path: string): string =>
  folded(
    path
      .replace(/^\/+|\/+$/g, '')
      .replace(ENDING, '')
      .replace(INDEX, ''),
  );

/** Articles by all the names under which others may refer to them. */
export class PageIndex {
  readonly #files = new Map<string, Entry>();
  /** Last parts of the keys of `#files`: most addresses name nothing that is here, and are not looked for at a dozen places. */
  readonly #lasts = new Set<string>();
  /** Where the front page of a site leads from a folder: the commonest link there is. */
  readonly #fronts = new Map<string, FoundPage | null>();
  readonly #aliases = new Map<string, Entry[]>();
  readonly #names = new Map<string, Entry[]>();

  /** @param sameAs files without a page, and those whose page stands for theirs */
  constructor(entries: readonly Entry[], sameAs: ReadonlyMap<string, string>) {
    const byFile = new Map(entries.map((entry) => [entry.file, entry]));
    for (const entry of entries) {
      this.#files.set(pathKey(entry.file), entry);
      for (const alias of entry.aliases)
        add(
          alias.startsWith('/') ? this.#aliases : this.#names,
          alias.startsWith('/') ? pathKey(alias) : folded(alias),
          entry,
        );
      for (const name of new Set(
        [fileName(entry.file), nameOfFile(entry.file), entry.slug ?? '', entry.title].map(folded),
      ))
        if (name !== '') add(this.#names, name, entry);
    }
    for (const [file, other] of sameAs) {
      const entry = byFile.get(other);
      const key = pathKey(file);
      if (entry && !this.#files.has(key)) this.#files.set(key, entry);
    }
    for (const key of this.#files.keys()) this.#lasts.add(lastOf(key));
  }

  /** The article that an address without its fragment leads to. @param from the file of the article that refers to it */
  find(address: string, from: string): FoundPage | null {
    const path = address.replace(/\?.*$/s, '');
    if (path === '') return null;
    if (path === '/') return this.#front(from);
    const spellings = path.includes('%') ? new Set([path, decoded(path), decoded(decoded(path))]) : [path];
    for (const spelling of spellings) {
      const found = this.#byPath(spelling.replaceAll('\\', '/'), from);
      if (found) return found;
    }
    return null;
  }

  /** The article of a name: its file's, its title, a name of its own; the nearest where there are several. */
  named(name: string, from: string): FoundPage | null {
    const written = decoded(name).replace(ENDING, '');
    const path = pathKey(written);
    const all =
      this.#names.get(folded(written.trim())) ??
      this.#names.get(folded(written.slice(written.lastIndexOf('/') + 1).trim())) ??
      [];
    const exact = written.includes('/') ? this.#files.get(path) : undefined;
    if (exact) return { entry: exact, others: 0 };
    const below = written.includes('/')
      ? all.filter(({ file }) => `/${pathKey(file)}`.endsWith(`/${path}`))
      : all;
    return nearest(below.length > 0 ? below : all, from);
  }

  #front(from: string): FoundPage | null {
    const folder = folderOf(from);
    const known = this.#fronts.get(folder);
    if (known !== undefined) return known;
    const found = this.#byPath('/', from);
    this.#fronts.set(folder, found);
    return found;
  }

  #byPath(path: string, from: string): FoundPage | null {
    const key = pathKey(path);
    const alias = path.startsWith('/') ? this.#aliases.get(key) : undefined;
    if (alias) return nearest(alias, from);
    const last = lastOf(key);
    // Dots, and an `index` without a folder, stand for a folder that the path does not name.
    if (/^\.{0,2}$/.test(last) || this.#lasts.has(last))
      for (const place of keysOf(path, from)) {
        const entry = this.#files.get(place);
        if (entry) return { entry, others: 0 };
      }
    // `/2013/08/01/name/`, `../name`: how a generator calls an article by its file's name.
    if (last === '' || last.includes('..') || !/[/.]/.test(path)) return null;
    const same =
      this.#names
        .get(last)
        ?.filter(
          (entry) =>
            fileName(entry.file) !== '' &&
            [fileName(entry.file), nameOfFile(entry.file), entry.slug ?? ''].map(folded).includes(last),
        ) ?? [];
    return same.length === 1 ? nearest(same, from) : null;
  }
}

const lastOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry) && list.length < MANY) list.push(entry);
}
/** Articles of one name that are looked at. */
const MANY = 50;

function nearest(entries: readonly Entry[], from: string): FoundPage | null {
  const [first] = entries.toSorted(
    (a, b) => distance(a.file, from) - distance(b.file, from) || (a.file < b.file ? -1 : 1),
  );
  return first ? { entry: first, others: entries.length - 1 } : null;
}

const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(ENDING, '');

/** Keys of the places where the file of an address may lie: beside the article, beside its page, at the root of the site. */
function* keysOf(path: string, from: string): Generator<string> {
  const folder = folderOf(from);
  const bare = path.replace(/^\/+/, '').replace(/^(?:\.{1,2}\/)+/, '');
  // A path without dots to walk is the same below every folder.
  const below = bare.includes('..') ? '' : pathKey(join('', bare) ?? '');
  const keyIn = (place: string): string => {
    if (below !== '') return place === '' ? below : `${folded(place)}/${below}`;
    const whole = join(place, bare);
    return whole === null ? NOWHERE : pathKey(whole);
  };
  if (path.startsWith('/')) for (const place of ancestorsOf(folder)) yield keyIn(place);
  else
    for (const place of [folder, `${folder}/${fileName(from)}`.replace(/^\//, '')]) {
      const whole = join(place, path);
      yield whole === null ? NOWHERE : pathKey(whole);
    }
  for (const root of ROOTS) yield keyIn(root);
}
/** Out of the content folder: no key has a slash at its beginning. */
const NOWHERE = '/';

function ancestorsOf(folder: string): string[] {
  const parts = folder.split('/').filter(Boolean);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/'));
}
