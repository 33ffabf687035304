import type { Filters, Sort } from './engine.ts';

/** What a search page shows: the whole of it stands in the address. */
export interface State {
  query: string;
  filters: Filters;
  sort: Sort;
  /** Number of pages of hits shown, from 1. */
  page: number;
}

/** More pages than anybody opens by hand; keeps a forged address from asking for the whole archive. */
const LAST_PAGE = 50;

/** Reads the state from an address' query string. What makes no sense is left out. */
export function readState(search: string): State {
  const params = new URLSearchParams(search);
  const filters: Filters = {};
  const year = params.get('year') ?? '';
  const month = params.get('month') ?? '';
  const author = params.get('author')?.trim();
  if (/^\d{4}$/.test(year)) filters.year = year;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) filters.month = month;
  const topic = params.get('topic')?.trim();
  if (author) filters.author = author;
  if (topic) filters.topic = topic;
  const sort = params.get('sort');
  const page = Number(params.get('page'));
  return {
    query: (params.get('q') ?? '').trim(),
    filters,
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
    page: Number.isInteger(page) && page > 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

/** Writes the state as a query string with `?`, shortest form; empty for the empty state. */
export function writeState(state: State): string {
  const params = new URLSearchParams();
  if (state.query) params.set('q', state.query);
  for (const key of ['year', 'month', 'author', 'topic'] as const) {
    const value = state.filters[key];
    if (value) params.set(key, value);
  }
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.page > 1) params.set('page', String(state.page));
  const text = params.toString();
  return text && `?${text}`;
}

/** True where there is nothing to search for. */
export function isIdle(state: State): boolean {
  return !state.query && Object.keys(state.filters).length === 0;
}
