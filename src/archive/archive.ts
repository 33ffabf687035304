import type { Settings } from '../settings.ts';
import { authorsOf } from '../text/authors.ts';
import { tally } from '../text/counts.ts';
import type { Entry } from '../types.ts';
import { type ArticleGroup, groupsOf, type TopicAbout } from './groups.ts';
import { rowKey } from './keys.ts';
import { href, paths } from './paths.ts';
import { Place } from './place.ts';
import { type Redirect, redirectsOf } from './redirects.ts';
import { NO_RELATIONS, type Relations } from './relations.ts';
import { Rows } from './rows.ts';

/** Positions in `Archive.entries`, oldest first, under the name of a month or day. */
type Positions = ReadonlyMap<string, readonly number[]>;

/** Names that mean the same: the one in use → its others. */
export type OtherNames = Readonly<Record<'topics' | 'authors', ReadonlyMap<string, readonly string[]>>>;

/** Numbers of articles of a year. */
export interface YearCount {
  year: string;
  count: number;
  /** The months that have articles, `mm`, ascending. */
  months: { month: string; count: number }[];
}

/**
 * Articles up to which `twins: auto` has twins. They are two files of five, and free hosts take 20,000: with them a host is full at half the articles. It
 * ends well before, so that few have learnt addresses that go then.
 */
const TWINS_UP_TO = 2_000;

const NO_NAMES: OtherNames = { topics: new Map(), authors: new Map() };

/** What the articles' words and the list of topics say, beside the articles themselves. */
interface Learnt {
  aboutTopics: ReadonlyMap<string, TopicAbout>;
  /** Found when a page first asks for it: other things can be begun before. */
  relations: () => Relations;
  otherNames: OtherNames;
}

/** All articles' metadata, in order: what the pages are planned from. */
export class Archive {
  readonly settings: Settings;
  /** Undated articles first (by path), then oldest first. */
  readonly entries: readonly Entry[];
  /** Other names of topics and authors, of those too that no article has. */
  readonly otherNames: OtherNames;
  /** How many of `entries` have no date. */
  readonly undated: number;
  /** `yyyy` → `mm` → positions; years and months ascending. */
  readonly years: ReadonlyMap<string, Positions>;
  /** Most articles first, then by name. */
  readonly authors: readonly ArticleGroup[];
  readonly topics: readonly ArticleGroup[];
  /** What is known of topics, by their names. */
  readonly aboutTopics: ReadonlyMap<string, TopicAbout>;
  readonly #findRelations: () => Relations;
  #relations: Relations | undefined;
  #rowKeys: readonly string[] | undefined;
  #authorAddresses: ReadonlyMap<string, string> | undefined;
  #neighbours: Record<'earlier' | 'later', Int32Array> | undefined;
  #calendar: Positions | undefined;
  #redirects: readonly Redirect[] | undefined;
  #citing: ReadonlyMap<number, readonly number[]> | undefined;

  /** @param entries in the archive's order */
  constructor(
    settings: Settings,
    entries: readonly Entry[],
    { aboutTopics = new Map(), relations = () => NO_RELATIONS, otherNames = NO_NAMES }: Partial<Learnt> = {},
  ) {
    this.settings = settings;
    this.aboutTopics = aboutTopics;
    this.otherNames = otherNames;
    this.entries = entries;
    this.undated = entries.filter((entry) => !entry.time).length;
    const months = byDate(entries, (date) => date.slice(0, 7));
    const years = new Map<string, Map<string, number[]>>();
    for (const [name, positions] of months) {
      const [year = '', month = ''] = name.split('-');
      const known = years.get(year) ?? new Map<string, number[]>();
      years.set(year, known.set(month, positions));
    }
    this.years = years;
    this.authors = groupsOf(entries, ({ author }) => authorsOf(author), paths.author);
    this.#findRelations = relations;
    this.topics = groupsOf(entries, ({ topics }) => topics, paths.topic);
  }

  /** What its articles' words say of one another. */
  get relations(): Relations {
    this.#relations ??= this.#findRelations();
    return this.#relations;
  }

  /** Keys of the articles as rows of lists. Made once: an article is a row of half a dozen pages. */
  get rowKeys(): readonly string[] {
    this.#rowKeys ??= this.entries.map(rowKey);
    return this.#rowKeys;
  }

  /** Whether the source of each article stands beside its page. */
  get hasTwins(): boolean {
    const { twins } = this.settings;
    return twins === 'on' || (twins === 'auto' && this.entries.length <= TWINS_UP_TO);
  }

  get authorAddresses(): ReadonlyMap<string, string> {
    this.#authorAddresses ??= new Map(this.authors.map(({ name, path }) => [name, href(path)]));
    return this.#authorAddresses;
  }

  /** Position of the first author's article before or after a dated one, or -1. */
  ofSameAuthor(position: number, direction: 'earlier' | 'later'): number {
    this.#neighbours ??= this.#authorNeighbours();
    return this.#neighbours[direction][position] ?? -1;
  }

  #authorNeighbours() {
    const earlier = new Int32Array(this.entries.length).fill(-1);
    const later = new Int32Array(this.entries.length).fill(-1);
    for (const { name, entries } of this.authors) {
      let last = -1;
      for (const position of entries) {
        if (position < this.undated || authorsOf(this.entries[position]?.author ?? '')[0] !== name) continue;
        earlier[position] = last;
        if (last >= 0) later[last] = position;
        last = position;
      }
    }
    return { earlier, later };
  }

  /** Positions by calendar day, `mm-dd`; days ascending. */
  get calendar(): Positions {
    this.#calendar ??= new Map(
      [...byDate(this.entries, (date) => date.slice(5))].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return this.#calendar;
  }

  /** Numbers of articles by year, ascending. */
  get counts(): YearCount[] {
    return [...this.years].map(([year, list]) => {
      const months = [...list].map(([month, { length }]) => ({ month, count: length }));
      return { year, count: months.reduce((sum, { count }) => sum + count, 0), months };
    });
  }

  /** The number of articles, and the years they reach over: `2012–2014`, `2012`, or empty where nothing is dated. */
  get reach(): { span: string; articles: number } {
    return { span: span(this.counts), articles: this.entries.length };
  }

  /** The articles at some positions as rows of a list. */
  rows(positions: readonly number[]): Rows {
    return new Rows(this, positions);
  }

  /** The articles that refer to one, oldest first. */
  citing(position: number): Rows {
    this.#citing ??= citations(this.entries);
    return new Rows(this, this.#citing.get(position) ?? []);
  }

  /** Addresses under which articles once stood. */
  get redirects(): readonly Redirect[] {
    this.#redirects ??= redirectsOf(this.entries).redirects;
    return this.#redirects;
  }

  /** An article with those around it. */
  place(position: number): Place {
    return new Place(this, position);
  }

  /** Number of articles by year at some positions, oldest first; the undated ones are left out. */
  countByYear(positions: readonly number[]): { year: string; count: number }[] {
    const years = positions.flatMap((position) => this.entries[position]?.time?.date.slice(0, 4) ?? []);
    return [...tally(years)].map(([year, count]) => ({ year, count }));
  }
}

/** For each article that others refer to, the positions of these. */
function citations(entries: readonly Entry[]): Map<number, number[]> {
  const citing = new Map<number, number[]>();
  if (entries.every(({ references }) => references.length === 0)) return citing;
  const positions = new Map(entries.map(({ path }, position) => [path, position]));
  for (const [position, { references }] of entries.entries())
    for (const page of new Set(references.map((reference) => reference.page))) {
      const cited = page === undefined ? undefined : positions.get(page);
      if (cited === undefined || cited === position) continue;
      const list = citing.get(cited);
      if (list) list.push(position);
      else citing.set(cited, [position]);
    }
  return citing;
}

/** `2012–2014`, `2012`, or empty. @param years ascending */
export function span(years: readonly { year: string }[]): string {
  const [first = '', last = ''] = [years[0]?.year, years.at(-1)?.year];
  return first === last ? first : `${first}–${last}`;
}

/** Positions of the dated articles by a part of their date, in the order in which the names first come. */
function byDate(entries: readonly Entry[], nameOf: (date: string) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let [current, positions]: [string, number[]] = ['', []];
  entries.forEach(({ time }, position) => {
    if (!time) return;
    // Most articles are of the same day as the one before them.
    if (time.date !== current) {
      current = time.date;
      const name = nameOf(current);
      positions = found.get(name) ?? [];
      found.set(name, positions);
    }
    positions.push(position);
  });
  return found;
}
