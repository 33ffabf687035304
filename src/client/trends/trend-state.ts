import { LONGEST_QUERY } from './trend-words.ts';

/** The periods of a trend. */
export const UNITS = ['month', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** What is drawn: shares of a period's articles, or numbers of articles. */
export const MEASURES = ['share', 'count'] as const;
export type Measure = (typeof MEASURES)[number];

/** Periods that an average is taken over, odd; 1 for none. */
export const SMOOTHING = [1, 3, 5, 7, 13] as const;

/** The question of the page: the whole of it stands in the address. */
export interface TrendState {
  /** As typed. */
  q: string;
  /** Null where the page chooses by the archive's span. */
  by: Unit | null;
  as: Measure;
  smooth: (typeof SMOOTHING)[number];
  /** Ends of the range, `yyyy` or `yyyy-mm`; '' for none. */
  from: string;
  to: string;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** Reads the state from an address' query string. Values that make no sense are left out. */
export function readTrendState(search: string): TrendState {
  const params = new URLSearchParams(search);
  const date = (name: string): string => {
    const value = (params.get(name) ?? '').trim();
    return DATE.test(value) ? value : '';
  };
  const [from, to] = [date('from'), date('to')];
  return {
    q: (params.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
    by: UNITS.find((unit) => unit === params.get('by')) ?? null,
    as: MEASURES.find((measure) => measure === params.get('as')) ?? 'share',
    smooth: SMOOTHING.find((width) => String(width) === params.get('smooth')) ?? 1,
    ...(from && to && from.slice(0, to.length) > to ? { from: to, to: from } : { from, to }),
  };
}

/** Writes the state as a query string with `?`, shortest form; empty for the empty state. */
export function writeTrendState({ q, by, as, smooth, from, to }: TrendState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (by) params.set('by', by);
  if (as !== 'share') params.set('as', as);
  if (smooth !== 1) params.set('smooth', String(smooth));
  if (from) params.set('from', from);
  if (to) params.set('to', to);
  // A comma and a colon may stand in an address as they are.
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}
