import { searchStrings as strings } from '../../strings.ts';
import { button, type Child, el } from './dom.ts';
import type { Facet, Filters, Result, Sort } from './engine.ts';
import { isIdle, type State } from './state.ts';

/** Changes part of the state and searches again. */
export type Change = (change: Partial<State>) => void;

/** Most authors offered at once. */
const AUTHORS = 8;

/** The rows between the count and the hits: years, conditions that are set, order, authors. */
export function controls(state: State, { total, facets }: Result, change: Change): Child[] {
  if (isIdle(state)) return [];
  const set = setFilters(state, change);
  if (total === 0) return [set];
  return [
    years(state, facets.years, change),
    set,
    sorts(state, change),
    authors(state, facets.authors, change),
  ];
}

/** What a set condition is called. */
const NAMES: { [K in keyof Filters]-?: (value: string) => string } = {
  year: strings.year,
  month: strings.month,
  author: (name) => name,
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
  const most = Math.max(...facets.map(([, count]) => count));
  const bars = facets.map(([year, count]) => {
    const filters = without(without(state.filters, 'month'), 'year');
    const pressed = year === chosen;
    const next = pressed ? filters : { ...filters, year };
    const bar = button(el('span', { class: 'year-name' }, year), () => change({ filters: next }), {
      class: 'year',
      'aria-pressed': String(pressed),
      'data-year': year,
    });
    bar.prepend(barOf(count / most), el('span', { class: 'year-count' }, String(count)));
    return bar;
  });
  return group(strings.years, 'search-years', bars);
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

/** The authors most often found; left out where one is chosen or only one is left. */
function authors(state: State, facets: Facet[], change: Change): Child {
  if (state.filters.author || facets.length < 2) return null;
  const words = facets.slice(0, AUTHORS).map(([author, count]) => {
    const set = () => change({ filters: { ...state.filters, author } });
    const word = button(author, set, { class: 'word', 'data-author': author });
    word.append(el('span', { class: 'count' }, ` ${count}`));
    return word;
  });
  return group(strings.authors, 'search-authors', words);
}

function group(label: string, name: string, children: Child[]): HTMLElement {
  return el('div', { class: name, role: 'group', 'aria-label': label }, ...children);
}
