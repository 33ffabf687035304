/**
 * Every type that crosses a stage. A stage is a typed function: one of these in, one of these out.
 * All of them are plain data (structured-cloneable and JSON-able), because stages run in worker processes.
 */

import type { Fidelity } from './fidelity.ts';
import type { Strings } from './locales/index.ts';
import type { RepairRule } from './repair-rules.ts';
import type { Settings } from './settings.ts';

/** Something a person should look at. Lines and columns are 1-based; 0 where a whole file is meant. */
export interface Problem {
  /** Path relative to the content directory, `/`-separated. */
  file: string;
  line: number;
  column: number;
  /** `error`: the file gave no article; `warning`: something is off, the article was still made; `info`: worth knowing. */
  severity: 'error' | 'warning' | 'info';
  /** Kebab-case rule id, e.g. `front-matter-yaml`. */
  rule: string;
  /** «Unexpected X, expected Y», with what was done or what to do. */
  message: string;
}

/**
 * One thing the archive mended. `before` and `after` are excerpts, clipped to 160 characters each; in full where the text stands nowhere else.
 */
export interface Repair {
  rule: RepairRule;
  /** 1-based line in the source file. */
  line: number;
  before: string;
  after: string;
}

/** A moment in the archive's time zone. */
export interface ArticleTime {
  /** ISO 8601 with offset, e.g. `2013-08-01T07:11:00+08:00`; date only (`2013-08-01`) where the source had no clock time. */
  iso: string;
  /** Local calendar day `yyyy-mm-dd`. */
  date: string;
  /** Local `hh:mm`, or null where the source had no clock time. */
  clock: string | null;
  /** Seconds since 1970-01-01T00:00Z (local midnight where there is no clock time): the sort key. */
  epoch: number;
}

/**
 * Something an article refers to: where it leads is known only when all articles are. Its element carries its number (`data-ref`) until it meets a page.
 */
export interface Reference {
  kind: 'link' | 'picture';
  /** As the article gives it. */
  address: string;
  /** 1-based line in the source file. */
  line: number;
}

/** A heading inside an article's body, in document order. */
export interface Heading {
  /** 2 to 6: h1 is the page's title. */
  depth: number;
  /** Stable id of the element, unique in the article. */
  id: string;
  text: string;
  /** True where the archive put the heading back from a blob (see `src/clean/`). */
  recovered: boolean;
}

/** An article's metadata, a few hundred bytes: all that the catalogue keeps of it. */
export interface ArticleMeta {
  /** Path relative to the content directory, `/`-separated. */
  file: string;
  /** SHA-256 (hex) of the source file's bytes. */
  hash: string;
  /** The original's address (http or https), or null. */
  url: string | null;
  /** Never empty, one line, plain text. */
  title: string;
  /** Never empty; 佚名 where the source names nobody. */
  author: string;
  time: ArticleTime | null;
  tags: string[];
  /** Paths under which the article stood on the site it comes from, `/` before them; without, other names of it. */
  aliases: readonly string[];
  /** Its name in addresses, as the source gives it, or null. */
  slug: string | null;
  /** True where the source says that it is not to be published. */
  isDraft: boolean;
  /** The address of its picture as the source gives it, or null. */
  cover: string | null;
  /** `id` of the front matter as written, or null. */
  id: string | null;
  /** The first 120 characters or so of the text: for descriptions and lists. */
  summary: string;
  /** Number of Han characters in the body. */
  han: number;
  /** Number of words of other scripts in the body. */
  words: number;
  /** Number of characters of text in the body (UTF-16 code units of all passages). */
  chars: number;
}

/** One article, read, cleaned and rendered. Pure function of the file's bytes and the settings. */
export interface Article extends ArticleMeta {
  /** Sanitised HTML of the body: safe to put into a page as it stands. */
  html: string;
  /**
   * The text of the body, block by block in document order: what search indexes.
   * Equal to what `src/article/passages.ts` finds in the body of the finished page.
   */
  passages: string[];
  headings: Heading[];
  /** In the order of their numbers. */
  references: Reference[];
  /** Unknown front matter fields, kept as data. */
  data: Record<string, unknown>;
  repairs: Repair[];
  problems: Problem[];
  fidelity: Fidelity;
  /** The source file as UTF-8 text without BOM: the article's `.md` twin. */
  source: string;
}

/** The outcome of reading one file: an article, or the problems that stopped it. */
export type ReadResult = { article: Article } | { article: null; problems: Problem[] };

/** Settings that an article's reading depends on, besides its bytes. */
export interface ReadOptions extends Pick<Settings, 'timeZone' | 'images' | 'lineBreaks'> {
  /** Names of the cleaning rules that are switched off. */
  cleanOff: readonly string[];
  /** Words that reading puts into articles. */
  strings: Strings['reading'];
}

/** Where an article's body lies in the store (`src/cache/article-pack.ts`). */
export interface Location {
  /** Absolute path of the pack file. */
  pack: string;
  /** Bytes from the start of the pack. */
  offset: number;
  /** Length in bytes of the passages (JSON), which stand first: the search index reads nothing else. */
  textLength: number;
  /** Length in bytes of the rest of the body (JSON), which follows. */
  restLength: number;
  /** Key of the passages and headings: word search is made of nothing else of a body. */
  text: string;
}

/** The rest of an article, which stands in the store: everything that only its own page and the index need. */
export type ArticleBody = Pick<Article, 'html' | 'passages' | 'headings' | 'data' | 'repairs'>;

/** The part of a body that the article's page shows. */
export type PageBody = Omit<ArticleBody, 'passages'>;

/** An article as the read stage tells of it. */
export interface Reading extends ArticleMeta {
  at: Location;
  /** Number of characters of the source (UTF-16 code units). */
  sourceChars: number;
  /** Path the article asks for, relative to the site's root; another article may have it already. */
  wanted: string;
  /** Codes of what it refers to (`src/references/code.ts`), in the order of their numbers. */
  references: readonly string[];
  /** Key that tells its original’s address from others’, or null: see `addressKey`. */
  address: string | null;
  /** Number of repairs by rule. */
  repairCounts: Record<string, number>;
  fidelity: Fidelity;
}

/** What a file of the content folder is shown as. */
export type MediaKind = 'picture' | 'audio' | 'video' | 'attachment';

/** A file that the site shows or links to. */
export interface MediaFile {
  /** Relative to the content directory. */
  file: string;
  /** Relative to the site's root: named after its content, so that it is copied once. */
  path: string;
  /** SHA-256 (hex) of its bytes. */
  hash: string;
  /** Bytes. */
  size: number;
  kind: MediaKind;
  /** Pixels, of a picture that tells. */
  width?: number | undefined;
  height?: number | undefined;
}

/** A reference whose goal was found in the archive. */
export interface Resolved {
  /** The reference's number in its article. */
  n: number;
  /** Path of the page it leads to, relative to the site's root, and the fragment there (with its `#`) or nothing. */
  page?: string;
  fragment?: string;
  /** The file of the content folder that it shows or leads to. */
  media?: MediaFile;
}

/** An article in the archive, with its place: what the stages after the catalogue ask for, and no more, because all articles are held at once. */
export interface Entry extends Omit<ArticleMeta, 'isDraft'> {
  at: Location;
  /** Number of characters of the source (UTF-16 code units). */
  sourceChars: number;
  /** Path of its page relative to the site's root, e.g. `2013/08/18089.html`. */
  path: string;
  /** Names of the topics it belongs to: its tags, and what its title and text are about. */
  topics: string[];
  /** Its references that lead to other articles and to files; the same empty list for all articles without. */
  references: readonly Resolved[];
  /** Key of its bytes, file, path, topics and where its references lead: another one wherever anything made from the article may differ. */
  key: string;
}

/** A page to be rendered: the layout, its data, and where the result goes. */
export interface View {
  /** Path relative to the site's root, unescaped, e.g. `2013/08/18089.html`. */
  path: string;
  /** File name in `layouts/`. */
  layout: string;
  /** Text of everything the data is made from: while it stays the same, the page need not be made again. */
  readonly inputs: string;
  /** The layout's data; JSON-able. Made when asked for. */
  readonly data: Record<string, unknown>;
  /** For an article's page: where its body lies; the renderer loads it. */
  body?: Location;
  /** For an article's page that has an `.md` twin: the source file whose text it is, relative to the content directory. */
  source?: string;
}

/** A view as rendering needs it. */
export type PageToRender = Omit<View, 'inputs'>;
