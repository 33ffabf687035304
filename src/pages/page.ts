import { rowKeys } from '../archive/keys.ts';
import { href } from '../archive/paths.ts';
import type { Certificate } from '../search/certificate.ts';
import type { Archive, Entry, Repair, View } from '../types.ts';
import { grouped } from './format.ts';

/** What the build knows besides the articles, for the pages about the archive itself. */
export interface Facts {
  /** Most frequent first. */
  repairs: RuleFacts[];
  /** Number of problems by rule, most frequent first. */
  problems: { rule: string; count: number }[];
  /** Whether word search is built beside exact search. */
  search: boolean;
  /** The proof that the search index finds what stands in the articles; null before there is one. */
  certificate: Certificate | null;
}

/** One kind of repair. */
export interface RuleFacts {
  rule: string;
  count: number;
  /** One Chinese sentence: what it does. */
  summary: string;
  /** The first few, in the order of the files. */
  examples: { file: string; repair: Repair }[];
}

/** A page kind: all its pages, planned from the archive. Generators, so that no list of all pages is ever held. */
export interface PageKind {
  name: string;
  views(archive: Archive, facts: Facts): Iterable<View>;
  /** The same pages in stretches, for a kind of so many pages that comparing each with the last build takes long. */
  stretches?(archive: Archive): Iterable<Stretch>;
}

/** Pages of articles that stand one after the other in the archive. */
export interface Stretch {
  /** Tells it from others; the same from build to build. */
  name: string;
  layout: string;
  /** What the pages are made from: where it did not change, none of them did. */
  inputs: string;
  entries: readonly Entry[];
  views(): Iterable<View>;
}

/** What every layout reads, whatever the page kind. */
export interface PageData {
  /** Text of `<title>`, without the archive's name. */
  title: string;
  description: string;
  /** Which of the four words of navigation is the current place. */
  nav?: 'time' | 'authors' | 'topics' | 'about' | 'search' | undefined;
  /** Span and count under the wordmark: only on pages that change with every new article anyway, so that the others need no rebuild. */
  count?: { span: string; articles: string };
  [key: string]: unknown;
}

/** Makes a view, its data checked against what every layout reads. */
export function view(path: string, layout: string, data: PageData): View {
  return { path, layout, data };
}

/** An article as a row of a list. `href` is relative to the site's root and already percent-encoded. */
export interface Row {
  href: string;
  title: string;
  author: string;
  /** `yyyy-mm-dd`, or empty. */
  date: string;
}

/** Makes the row of an article. */
export const row = ({ path, title, author, time }: Entry): Row => ({
  href: href(path),
  title,
  author,
  date: time?.date ?? '',
});

/** The rows of some positions. */
export function rows(archive: Archive, positions: readonly number[]): Row[] {
  return positions
    .map((position) => archive.entries[position])
    .filter((entry) => entry !== undefined)
    .map(row);
}

/** What a page shows of a list of articles. */
interface Listed {
  archive: Archive;
  /** The articles that it names. */
  positions: readonly number[];
  /** Makes the rest of the page's data, of the rows alone. */
  show(rows: Row[]): Record<string, unknown>;
}

/** Makes a view that names articles. Its rows are made only where it is rendered: the articles' keys tell whether it has to be. */
export function listView(path: string, layout: string, own: PageData, listed: Listed): View {
  const { archive, positions, show } = listed;
  const keys = rowKeys(archive);
  return {
    path,
    layout,
    inputs: `${JSON.stringify(own)}${positions.map((position) => keys[position]).join('')}`,
    get data() {
      return { ...own, ...show(rows(archive, positions)) };
    },
  };
}

/** Years the archive reaches over and number of articles, for the line under the wordmark. */
export function reach(archive: Archive): { span: string; articles: string } {
  const years = [...archive.years.keys()];
  const [first, last] = [years[0], years.at(-1)];
  const span = !first || !last ? '' : first === last ? first : `${first}–${last}`;
  return { span, articles: grouped(archive.entries.length) };
}
