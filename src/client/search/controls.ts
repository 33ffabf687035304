import { searchUi as words } from '#locale';
import { DATED, type FilterName, type Filters, POSTED, SORTS } from '../../search/gram/filters.ts';
import { asTrendWord } from '../trends/trend-words.ts';
import { bars } from './bars.ts';
import { button, type Child, el } from './dom.ts';
import type { Result } from './engine.ts';
import { rangeForm } from './range-form.ts';
import { type SearchState, setFilters, without } from './search-state.ts';
import { toggle } from './toggle.ts';

/** The words of a filter: where a function is missing, the value says it. */
interface FilterWords {
  heading: string;
  chip?(value: string): string;
  short?(value: string): string;
}

/** Most authors or topics offered at once. */
const OFFERED = 8;

/**
 * The rows between the count and the hits: bars for each filter by date, the conditions that are set, the order, what else narrows.
 * @param area the results: it carries which of the two bars is shown, and whether the last row is open on a narrow window
 * @param change changes part of the state and searches again
 * @param views words that choose how hits are shown
 */
export function controls(
  { query, filters, sort }: SearchState,
  { total, facets, exclude }: Result,
  area: HTMLElement,
  change: (change: Partial<SearchState>) => void,
  views: Child[] = [],
): Child[] {
  const wordsOf = (name: FilterName): FilterWords => words.filters[name];
  const choose = (filters: Filters) => change({ filters });

  /** The filters that are set, each removed by a click; null where there are none. */
  function chips(): Child {
    const buttons = setFilters(filters).map(([name, value]) => {
      const text = wordsOf(name).chip?.(value) ?? value;
      return button(text, () => choose(without(filters, name)), {
        class: 'word set',
        'aria-label': words.remove(text),
        'data-filter': name,
      });
    });
    const clear = () => choose({});
    if (buttons.length > 1) buttons.push(button(words.clear, clear, { class: 'word', 'data-filter': 'all' }));
    return buttons.length > 0 ? headed(words.conditions, 'search-set', buttons) : null;
  }

  /** Words with a minus that the query was taken to hold as they stand. */
  function excludes(): Child {
    const buttons = exclude.map(({ text, query }) =>
      button(words.exclude(text), () => change({ query }), { class: 'word', 'data-exclude': text }),
    );
    return buttons.length > 0 ? headed(words.minusAsTyped, 'search-excludes', buttons) : null;
  }

  function sorts(): Child {
    const buttons = SORTS.map((one) =>
      button(words.sorts[one], () => change({ sort: one }), {
        class: 'word',
        'aria-pressed': String(one === sort),
        'data-sort': one,
      }),
    );
    return headed(words.sort, 'search-sorts', buttons);
  }

  /** The way to the query over time. The search page stands beside that of trends. */
  function trend(): Child {
    if (!query) return null;
    const { from, to } = filters;
    const asked = new URLSearchParams({ q: asTrendWord(query), ...(from && { from }), ...(to && { to }) });
    return el('a', { class: 'word to-trend', href: `trends.html?${asked}` }, words.trend);
  }

  /** How hits and bars are shown. */
  const shown = () =>
    el('div', { class: 'search-views' }, toggle(area, 'share', words.asShare), trend(), ...views);

  /** Nothing where the archive has one value only. */
  function dated({ name, ofMonth }: (typeof DATED)[number], at: number): Child {
    const values = facets[name] ?? [];
    if (values.length < (at > 0 && filters[name] ? 1 : 2)) return null;
    const finer = DATED.slice(at).map((one) => one.name);
    const rest = without(filters, ...finer);
    const chosen = ofMonth(finer.map((one) => filters[one]).find(Boolean) ?? '');
    const { heading, chip = same, short = same } = wordsOf(name);
    const row = bars({
      name,
      names: { chip, short },
      values,
      chosen,
      next: (value) => (value === chosen ? rest : { ...rest, [name]: value }),
      choose,
    });
    return group(heading, `search-${name}s`, row);
  }

  /** The values most often found; left out where one is chosen or only one is left. */
  function values({ name }: (typeof POSTED)[number]): Child {
    const found = facets[name] ?? [];
    if (filters[name] || found.length < 2) return null;
    const buttons = found.slice(0, OFFERED).map(({ value, count }) => {
      const word = button(value, () => choose({ ...filters, [name]: value }), {
        class: 'word',
        [`data-${name}`]: value,
      });
      if (count !== null) word.append(el('span', { class: 'count' }, ` ${count}`));
      return word;
    });
    return headed(wordsOf(name).heading, `search-${name}s`, buttons);
  }

  // Where conditions leave nothing, what narrows stays, to be undone.
  if (total === 0 && setFilters(filters).length === 0) return [excludes()];
  const order = total > 0 ? [sorts(), shown()] : [];
  const narrow = toggle(area, 'narrowing', words.narrow);
  const range = rangeForm(filters, choose);
  range.prepend(heading(words.rangeHeading));
  const narrowing = el('div', { class: 'search-narrow' }, ...POSTED.map(values), range);
  return [
    ...DATED.map(dated),
    chips(),
    excludes(),
    el('div', { class: 'search-order' }, ...order, narrow),
    narrowing,
  ];
}

const same = (value: string): string => value;

/** A group whose name is seen. */
const headed = (label: string, name: string, children: Child[]): HTMLElement =>
  group(label, name, [heading(label), ...children]);

/** A group says its name itself: this one is for the eye. */
const heading = (label: string): HTMLElement =>
  el('span', { class: 'search-heading', 'aria-hidden': 'true' }, label);

function group(label: string, name: string, children: Child[]): HTMLElement {
  return el('div', { class: name, role: 'group', 'aria-label': label }, ...children);
}
