import { addressKey } from '../archive/duplicates.ts';
import { referencesKey } from '../archive/keys.ts';
import { decoded, plainAddress, resolveUrl } from '../article/addresses.ts';
import { anchorKey } from '../article/headings.ts';
import type { PackReader } from '../cache/article-pack.ts';
import type { SourceFile } from '../files/scan.ts';
import { isRefused, type Refusal } from '../media/describe.ts';
import type { MediaIndex } from '../media/find.ts';
import { kindOf } from '../media/kinds.ts';
import { info, type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Entry, MediaFile, PageBody, Problem, Reading, Resolved } from '../types.ts';
import { type Coded, readCode, remoteKey } from './code.ts';
import { PageIndex } from './page-index.ts';

/** Everything that references are resolved with. */
interface Work {
  entries: readonly Entry[];
  /** Files without a page of their own, and those whose page stands for theirs. */
  sameAs: ReadonlyMap<string, string>;
  /** The readings by their files: what each refers to, and its original's address. */
  readings: ReadonlyMap<string, Pick<Reading, 'references' | 'address'>>;
  media: MediaIndex;
  /** Describes files that are shown. */
  describe(files: readonly SourceFile[]): Map<string, MediaFile | Refusal>;
  /** Reads articles' bodies, for the headings that links lead to. */
  articles: PackReader;
}

/** A reference with what was found for it, while files are still to be described. */
interface Found {
  n: number;
  coded: Coded;
  page?: { entry: Entry; fragment: string };
  file?: SourceFile;
}

/**
 * Finds what articles refer to: other articles, files of the content folder. Sets `references` of the entries, and their keys, which differ where
 * these lead elsewhere.
 * @returns the files that are shown, and what was not found
 */
export function resolveReferences(work: Work): { media: MediaFile[]; problems: Problem[] } {
  const { entries, readings, media } = work;
  const pages = new PageIndex(entries, work.sameAs);
  const originals = new Map<string, Entry>();
  const originalsByKey = new Map<string, Entry>();
  for (const entry of entries) {
    const address = readings.get(entry.file)?.address;
    if (!address) continue;
    originals.set(address, entry);
    originalsByKey.set(remoteKey(address), entry);
  }
  const problems: Problem[] = [];
  const found = new Map<Entry, Found[]>();
  const files = new Map<string, SourceFile>();
  const places = new Places(work.articles);
  for (const entry of entries) {
    const { file } = entry;
    const codes = readings.get(file)?.references ?? [];
    if (codes.length === 0) continue;
    const tell = (problem: Warning): void => void problems.push({ file, ...problem });
    const list: Found[] = [];
    for (const [n, code] of codes.entries()) {
      const coded = readCode(code);
      const one = coded.address === null ? remote(coded, entry) : local(coded.address, coded, entry, tell);
      if (!one) continue;
      list.push({ n, coded, ...one });
      if (one.file) files.set(one.file.file, one.file);
    }
    if (list.length > 0) found.set(entry, list);
  }
  const described = work.describe([...files.values()]);
  for (const [entry, list] of found) {
    const resolved = list.flatMap(({ n, coded, page, file }): Resolved[] => {
      if (page) return [{ n, page: page.entry.path, ...(page.fragment && { fragment: page.fragment }) }];
      const what = file && described.get(file.file);
      if (!what) return [];
      if (!isRefused(what)) return [{ n, media: what }];
      problems.push({ file: entry.file, ...refused(coded, what) });
      return [];
    });
    if (resolved.length === 0) continue;
    entry.references = resolved;
    entry.key = referencesKey(entry.key, resolved);
  }
  return { media: [...described.values()].filter((what): what is MediaFile => !isRefused(what)), problems };

  /** A link to another host: an original in the archive. */
  function remote({ key }: Coded, entry: Entry): Pick<Found, 'page' | 'file'> | null {
    const original = key === null ? undefined : originalsByKey.get(key);
    return !original || original === entry ? null : { page: { entry: original, fragment: '' } };
  }

  /** A picture that the folder lacked under its path, and that was fetched from where it stood. */
  function fetched(address: string, kind: Coded['kind'], entry: Entry): SourceFile | null {
    if (kind !== 'picture' || address.startsWith('wiki:') || media.isEmpty) return null;
    const url = resolveUrl(address, entry.url);
    return url === null ? null : media.find(url, entry.file, null);
  }

  function local(
    address: string,
    coded: Coded,
    entry: Entry,
    tell: (problem: Warning) => void,
  ): Pick<Found, 'page' | 'file'> | null {
    const { kind, line } = coded;
    const at = address.indexOf('#');
    const [place, fragment] = at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
    const isWiki = place.startsWith('wiki:');
    const absolute = /^(?:https?:)?\/\//i.test(address) ? resolveUrl(address, entry.url) : null;
    if (absolute !== null && kind === 'link') {
      const original = originals.get(addressKey(absolute));
      if (original)
        return original === entry
          ? null
          : { page: { entry: original, fragment: places.of(original, fragment) } };
    }
    const mayBePage = kind === 'link' || (absolute === null && !kindOf(place.replace(/[?#].*$/s, '')));
    const page = !mayBePage
      ? null
      : isWiki
        ? pages.named(place.slice(5), entry.file)
        : pages.find(absolute === null ? place : pathOf(absolute), entry.file);
    if (page && page.others > 0)
      tell(
        info(
          'ambiguous-link',
          `Unexpected ${page.others + 1} articles for «${clip(shown(address), 60)}», expected one; it leads to the nearest, ${page.entry.file}`,
          line,
        ),
      );
    if (page)
      return page.entry === entry && fragment === ''
        ? null
        : { page: { entry: page.entry, fragment: places.of(page.entry, fragment) } };
    const file = media.find(address, entry.file, entry.url) ?? fetched(address, kind, entry);
    if (file) return { file };
    // On the net it may still be there.
    if (absolute !== null || (resolveUrl(address, entry.url) !== null && !isWiki && kind === 'link'))
      return null;
    tell(
      kind === 'picture'
        ? warning(
            'missing-picture',
            `Unexpected picture «${clip(shown(address), 100)}» that is not in the folder, expected a file; its place in the article says so`,
            line,
          )
        : info(
            'missing-link',
            `Unexpected link to «${clip(shown(address), 100)}», expected an article or a file of the folder; its text stands without a link`,
            line,
          ),
    );
    return null;
  }
}

const pathOf = (url: string): string => plainAddress(url)?.path ?? new URL(url).pathname;

const refused = ({ kind, line }: Coded, { file, reason }: Refusal): Warning =>
  warning(
    kind === 'picture' ? 'refused-picture' : 'refused-file',
    `Unexpected ${reason} in ${file}, expected a file that can be published; it is left out`,
    line,
  );

/** An address as people read it. */
const shown = (address: string): string => decoded(address.replace(/^wiki:/, ''));

/** Places in articles that fragments lead to: their bodies are read only where a link has one. */
class Places {
  readonly #articles: PackReader;
  readonly #known = new Map<Entry, Map<string, string>>();

  constructor(articles: PackReader) {
    this.#articles = articles;
  }

  /** The fragment (with its `#`) of the place in an article that a written one means; empty where there is none: the link leads to the top. */
  of(entry: Entry, written: string): string {
    const key = anchorKey(decoded(written));
    if (key === '') return '';
    let places = this.#known.get(entry);
    if (!places) {
      places = placesIn(this.#articles.page(entry.at));
      this.#known.set(entry, places);
    }
    const id = places.get(key);
    return id === undefined ? '' : `#${encodeURIComponent(id)}`;
  }
}

function placesIn({ headings, html }: PageBody): Map<string, string> {
  const places = new Map<string, string>();
  for (const [, id = ''] of html.matchAll(/ id="(a-[^"]*)"/g)) places.set(anchorKey(id.slice(2)), id);
  // The first of several headings of one name counts.
  for (const { id, text } of headings.toReversed()) places.set(anchorKey(text), id);
  return places;
}
