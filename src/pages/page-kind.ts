import type { Archive } from '../archive/archive.ts';
import type { Strings } from '../locales/index.ts';
import type { Location, PageBody, View } from '../types.ts';
import type { Facts } from './facts.ts';

/** Data that every layout reads, whatever the page kind. */
export interface PageData {
  /** Text of `<title>`, without the archive's name. */
  title: string;
  description: string;
  /** Which of the words of navigation is the current place. */
  nav?: 'time' | 'authors' | 'topics' | 'about' | 'search';
  /** Span and count under the wordmark: only on pages that change with every new article anyway, so that the others need no rebuild. */
  reach?: Archive['reach'];
  [key: string]: unknown;
}

/** Something that stands for articles: as JSON, a key that differs where they do. */
interface Reference {
  toJSON(): string;
}

/** Plain data and references: what JSON tells all of. */
type Telling<T> = {
  [K in keyof T]: T[K] extends Reference | string | number | boolean | null | undefined
    ? T[K]
    : T[K] extends (...args: never[]) => unknown
      ? never
      : Telling<T[K]>;
};

/** A page as its kind plans it. */
interface Page<Inputs> extends Pick<View, 'path' | 'body' | 'source'> {
  /** Everything of the archive that the page's data is made from. */
  inputs: Inputs;
}

/** One kind of pages: where they are, how they look, what they show, and what that depends on. */
interface Declaration<Inputs, Data extends PageData> {
  name: string;
  /** File name in `layouts/`. */
  layout: string;
  /** True where its pages tell of the search index: they are planned when that stands. */
  needsIndex?: boolean;
  /** Plans the pages. A generator, so that no list of all pages is ever held. */
  pages(known: { archive: Archive; facts: Facts }): Iterable<Page<Inputs>>;
  /** Makes what the layout reads. It sees nothing of the archive but the declared inputs: a page is made again exactly where these differ. */
  data(inputs: Inputs, t: Strings): Data;
  /** Adds what comes of an article's body, in the worker that renders the page. */
  withBody?(data: Data, body: PageBody, t: Strings): PageData;
}

/** A page kind, whatever its pages depend on. */
export interface PageKind {
  name: string;
  layout: string;
  needsIndex?: boolean;
  views(archive: Archive, facts: Facts, t: Strings): Iterable<View>;
  withBody?(data: Record<string, unknown>, body: PageBody, t: Strings): PageData;
}

/** Makes a page kind of its declaration. */
export function pageKind<Inputs extends Telling<Inputs>, Data extends PageData>(
  kind: Declaration<Inputs, Data>,
): PageKind {
  return {
    ...kind,
    *views(archive, facts, t) {
      for (const page of kind.pages({ archive, facts })) yield new PageView(kind, page, t);
    },
  };
}

/** A planned page. */
class PageView<Inputs, Data extends PageData> implements View {
  readonly path: string;
  readonly body?: Location;
  readonly source?: string;
  readonly #kind: Declaration<Inputs, Data>;
  readonly #inputs: Inputs;
  readonly #t: Strings;

  constructor(kind: Declaration<Inputs, Data>, { path, inputs, body, source }: Page<Inputs>, t: Strings) {
    this.path = path;
    if (body) this.body = body;
    if (source !== undefined) this.source = source;
    this.#kind = kind;
    this.#inputs = inputs;
    this.#t = t;
  }

  get layout(): string {
    return this.#kind.layout;
  }

  get inputs(): string {
    return JSON.stringify(this.#inputs);
  }

  get data(): Data {
    return this.#kind.data(this.#inputs, this.#t);
  }
}
