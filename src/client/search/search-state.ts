import { FILTERS, type FilterName, type Filters, SORTS } from '../../search/gram/filters.ts';
import type { Request } from './engine.ts';

/** The question of a search page: the whole of it stands in the address. */
export interface SearchState extends Pick<Request, 'query' | 'filters' | 'sort'> {
  /** Number of pages of hits shown, from 1. */
  page: number;
}

/** More pages than anybody opens by hand; keeps a forged address from asking for the whole archive. */
const LAST_PAGE = 50;

/** Reads the state from an address' query string. Values that make no sense are left out. */
export function readSearchState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const filters: Filters = {};
  for (const { name, pattern } of FILTERS) {
    const value = params.get(name) ?? '';
    if (pattern.test(value)) filters[name] = value.trim();
  }
  const page = Number(params.get('page'));
  return {
    query: (params.get('q') ?? '').trim(),
    filters,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? SORTS[0],
    page: Number.isInteger(page) && page > 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

/** Writes the state as a query string with `?`, shortest form; empty for the empty state. */
export function writeSearchState({ query, filters, sort, page }: SearchState): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const [name, value] of setFilters(filters)) params.set(name, value);
  if (sort !== SORTS[0]) params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  const text = params.toString();
  return text && `?${text}`;
}

/** The filters that are set, in the order of the table. */
export const setFilters = (filters: Filters): [name: FilterName, value: string][] =>
  FILTERS.flatMap(({ name }) => {
    const value = filters[name];
    return value ? [[name, value]] : [];
  });

/** Filters without some of them. */
export function without(filters: Filters, ...names: FilterName[]): Filters {
  const rest = { ...filters };
  for (const name of names) delete rest[name];
  return rest;
}

/** True where there is nothing to search for. */
export const isIdle = ({ query, filters }: SearchState): boolean =>
  !query && setFilters(filters).length === 0;
