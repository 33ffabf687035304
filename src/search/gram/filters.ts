import type { IndexDocument } from './types.ts';

/**
 * The table of filters: a new one is a row here and its words in the locale (`searchUi.filters`).
 * The address, the index, both engines, the counts and chips on the page and the keys of caches are read from the rows.
 */

/** A condition that results can be narrowed to. */
interface Filter {
  /** Its name in addresses and on pages. */
  name: string;
  /** Values that make sense, as they stand in an address; white space around them does not count. */
  pattern: RegExp;
  /** A filter by date: its value for a month (`yyyy-mm`). Each is counted inside the chosen value of the one before it. */
  ofMonth?(month: string): string;
  /** An end of a range of dates: true for a month inside it. */
  admits?(month: string, end: string): boolean;
  /** A filter of the text: only pages tell what meets it. */
  ofText?: true;
  /** Any other filter has postings: its values of a document, and the letter that its keys begin with and no other's. */
  letter?: string;
  valuesOf?(document: Pick<IndexDocument, 'author' | 'tags'>): readonly string[];
  /** True where the documents for Pagefind carry it, as `data-pagefind-filter` of its name. */
  pagefind?: boolean;
}

const ROWS = [
  { name: 'year', pattern: /^\d{4}$/, ofMonth: (month) => month.slice(0, 4), pagefind: true },
  { name: 'month', pattern: /^\d{4}-(0[1-9]|1[0-2])$/, ofMonth: (month) => month },
  {
    name: 'from',
    pattern: /^\d{4}(-(0[1-9]|1[0-2]))?$/,
    admits: (month, end) => month.slice(0, end.length) >= end,
  },
  {
    name: 'to',
    pattern: /^\d{4}(-(0[1-9]|1[0-2]))?$/,
    admits: (month, end) => month !== '' && month.slice(0, end.length) <= end,
  },
  {
    name: 'author',
    pattern: /\S/,
    letter: 'a',
    valuesOf: ({ author }) => author.split('、'),
    pagefind: true,
  },
  { name: 'topic', pattern: /\S/, letter: 't', valuesOf: ({ tags }) => tags },
  { name: 'boilerplate', pattern: /^no$/, ofText: true },
] as const satisfies readonly Filter[];

export type FilterName = (typeof ROWS)[number]['name'];
type Row = Filter & { name: FilterName };

/** Conditions a match must meet; an absent or empty one is no condition. */
export type Filters = { [K in FilterName]?: string };

export const FILTERS: readonly Row[] = ROWS;

/** Filters by date, from coarse to fine. */
export const DATED = FILTERS.filter((row): row is Row & Required<Pick<Row, 'ofMonth'>> => !!row.ofMonth);

/** True where a month meets all the filters by date. */
export const meetsDates = (month: string, filters: Filters): boolean =>
  FILTERS.every(({ name, ofMonth, admits }) => {
    const value = filters[name];
    return !value || ((!ofMonth || ofMonth(month) === value) && (!admits || admits(month, value)));
  });

/** Filters that have postings. */
export const POSTED = FILTERS.filter(
  (row): row is Row & Required<Pick<Row, 'letter' | 'valuesOf'>> => !!row.letter,
);

/** True where the index cannot tell what meets the filters. */
export const needText = (filters: Filters): boolean =>
  FILTERS.some(({ name, ofText }) => ofText && filters[name]);

/** Orders of the hits; the first where nothing is said. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** The key of a question: everything that narrows or orders its results is part of it. */
export const questionKey = (query: unknown, filters: Filters, sort: Sort): string =>
  JSON.stringify([query, FILTERS.map(({ name }) => filters[name] ?? ''), sort]);
