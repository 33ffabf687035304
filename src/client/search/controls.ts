import { searchUi as strings } from '../../locales/zh-Hans.ts';
import { button, type Child, el } from './dom.ts';
import type { Facet, Filters, Result, Sort } from './engine.ts';
import { isIdle, type State } from './state.ts';

/** Changes part of the state and searches again. */
export type Change = (change: Partial<State>) => void;

/** Most authors or topics offered at once. */
const OFFERED = 8;

/** The rows between the count and the hits: years, months of the chosen one, conditions that are set, order, authors, topics. */
export function controls(state: State, { total, facets }: Result, change: Change): Child[] {
  if (isIdle(state)) return [];
  const set = setFilters(state, change);
  if (total === 0) return [set];
  return [
    years(state, facets.years, change),
    months(state, facets.months, change),
    set,
    sorts(state, change),
    values(state, 'author', strings.authors, facets.authors, change),
    values(state, 'topic', strings.topics, facets.topics, change),
  ];
}

/** What a set condition is called. */
const NAMES: { [K in keyof Filters]-?: (value: string) => string } = {
  year: strings.year,
  month: strings.month,
  author: (name) => name,
  topic: (name) => name,
};

/** The conditions that are set, each removed by a click; null where there are none. */
function setFilters(state: State, change: Change): Child {
  const words = (Object.keys(NAMES) as (keyof Filters)[]).flatMap((key) => {
    const value = state.filters[key];
    if (!value) return [];
    const name = NAMES[key](value);
    const remove = () => change({ filters: without(state.filters, key) });
    return [
      button(name, remove, { class: 'word set', 'aria-label': strings.remove(name), 'data-filter': key }),
    ];
  });
  if (words.length > 1)
    words.push(button(strings.clear, () => change({ filters: {} }), { class: 'word', 'data-filter': 'all' }));
  return words.length > 0 ? group(strings.filters, 'search-set', words) : null;
}

function without(filters: Filters, key: keyof Filters): Filters {
  const { [key]: _, ...rest } = filters;
  return rest;
}

function sorts(state: State, change: Change): Child {
  const words = (Object.keys(strings.sorts) as Sort[]).map((sort) =>
    button(strings.sorts[sort], () => change({ sort }), {
      class: 'word',
      'aria-pressed': String(sort === state.sort),
      'data-sort': sort,
    }),
  );
  return group(strings.sort, 'search-sorts', words);
}

/** The matches by year as a row of bars; each year is a condition. */
function years(state: State, facets: Facet[], change: Change): Child {
  if (facets.length < 2) return null;
  const chosen = state.filters.year ?? state.filters.month?.slice(0, 4);
  const rest = without(without(state.filters, 'month'), 'year');
  const bars = barsOf(facets, 'year', chosen, (year) =>
    change({ filters: year === chosen ? rest : { ...rest, year } }),
  );
  return group(strings.years, 'search-years', bars);
}

/** The matches of the chosen year by month. */
function months(state: State, facets: Facet[], change: Change): Child {
  if (facets.length < 2 && !state.filters.month) return null;
  const chosen = state.filters.month;
  const rest = without(state.filters, 'month');
  const bars = barsOf(facets, 'month', chosen, (month) =>
    change({ filters: month === chosen ? rest : { ...rest, month } }),
  );
  return bars.length > 0 ? group(strings.months, 'search-months', bars) : null;
}

/** One button a value, as high as its count. */
function barsOf(
  facets: readonly Facet[],
  kind: 'year' | 'month',
  chosen: string | undefined,
  choose: (value: string) => void,
): Child[] {
  const most = Math.max(...facets.map(([, count]) => count ?? 0));
  return facets.map(([value, count]) => {
    const name = kind === 'year' ? value : strings.monthShort(value);
    const bar = button(el('span', { class: `${kind}-name` }, name), () => choose(value), {
      class: 'year',
      'aria-pressed': String(value === chosen),
      [`data-${kind}`]: value,
    });
    bar.prepend(barOf((count ?? 0) / most), el('span', { class: 'year-count' }, String(count ?? '')));
    return bar;
  });
}

const SVG = 'http://www.w3.org/2000/svg';
/** Height of a full bar in the units of its own view box. */
const FULL = 24;

/** A bar as a picture of its own: its height is an attribute, which a strict style policy lets through. */
function barOf(share: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const rect = document.createElementNS(SVG, 'rect');
  const height = Math.max(1, Math.round(share * FULL));
  svg.setAttribute('viewBox', `0 0 8 ${FULL}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  for (const [key, value] of Object.entries({ y: FULL - height, width: 8, height }))
    rect.setAttribute(key, String(value));
  svg.append(rect);
  return svg;
}

/** The values most often found; left out where one is chosen or only one is left. */
function values(
  state: State,
  kind: 'author' | 'topic',
  label: string,
  facets: Facet[],
  change: Change,
): Child {
  if (state.filters[kind] || facets.length < 2) return null;
  const words = facets.slice(0, OFFERED).map(([value, count]) => {
    const set = () => change({ filters: { ...state.filters, [kind]: value } });
    const word = button(value, set, { class: 'word', [`data-${kind}`]: value });
    if (count !== null) word.append(el('span', { class: 'count' }, ` ${count}`));
    return word;
  });
  return group(label, `search-${kind}s`, words);
}

function group(label: string, name: string, children: Child[]): HTMLElement {
  return el('div', { class: name, role: 'group', 'aria-label': label }, ...children);
}
