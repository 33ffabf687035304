import { searchUi as words } from '#locale';
import { DATED, type FilterName, POSTED, SORTS } from '../../search/gram/filters.ts';
import { button, type Child, el } from './dom.ts';
import type { Result } from './engine.ts';
import { type SearchState, setFilters, without } from './search-state.ts';

/** The words of a filter: where a function is missing, the value says it. */
interface FilterWords {
  heading: string;
  chip?(value: string): string;
  short?(value: string): string;
}

/** Most authors or topics offered at once. */
const OFFERED = 8;

/**
 * The rows between the count and the hits: bars for each filter by date, the filters that are set, the order, values of the others.
 * @param change changes part of the state and searches again
 */
export function controls(
  { filters, sort }: SearchState,
  { total, facets }: Result,
  change: (change: Partial<SearchState>) => void,
): Child[] {
  const wordsOf = (name: FilterName): FilterWords => words.filters[name];

  /** The filters that are set, each removed by a click; null where there are none. */
  function chips(): Child {
    const buttons = setFilters(filters).map(([name, value]) => {
      const text = wordsOf(name).chip?.(value) ?? value;
      return button(text, () => change({ filters: without(filters, name) }), {
        class: 'word set',
        'aria-label': words.remove(text),
        'data-filter': name,
      });
    });
    const clear = () => change({ filters: {} });
    if (buttons.length > 1) buttons.push(button(words.clear, clear, { class: 'word', 'data-filter': 'all' }));
    return buttons.length > 0 ? group(words.conditions, 'search-set', buttons) : null;
  }

  function sorts(): Child {
    const buttons = SORTS.map((one) =>
      button(words.sorts[one], () => change({ sort: one }), {
        class: 'word',
        'aria-pressed': String(one === sort),
        'data-sort': one,
      }),
    );
    return group(words.sort, 'search-sorts', buttons);
  }

  /** The matches by a filter of the dates as a row of bars: one button a value, as high as its count. */
  function bars({ name, ofMonth }: (typeof DATED)[number], at: number): Child {
    const found = facets[name] ?? [];
    if (found.length < (at > 0 && filters[name] ? 1 : 2)) return null;
    const names = DATED.slice(at).map((one) => one.name);
    const rest = without(filters, ...names);
    const chosen = ofMonth(names.map((one) => filters[one]).find(Boolean) ?? '');
    const most = Math.max(...found.map(([, count]) => count ?? 0));
    const buttons = found.map(([value, count]) => {
      const text = wordsOf(name).short?.(value) ?? value;
      const next = value === chosen ? rest : { ...rest, [name]: value };
      const bar = button(el('span', { class: `${name}-name` }, text), () => change({ filters: next }), {
        class: 'year',
        'aria-pressed': String(value === chosen),
        [`data-${name}`]: value,
      });
      bar.prepend(barOf((count ?? 0) / most), el('span', { class: 'year-count' }, String(count ?? '')));
      return bar;
    });
    return group(wordsOf(name).heading, `search-${name}s`, buttons);
  }

  /** The values most often found; left out where one is chosen or only one is left. */
  function values({ name }: (typeof POSTED)[number]): Child {
    const found = facets[name] ?? [];
    if (filters[name] || found.length < 2) return null;
    const buttons = found.slice(0, OFFERED).map(([value, count]) => {
      const choose = () => change({ filters: { ...filters, [name]: value } });
      const word = button(value, choose, { class: 'word', [`data-${name}`]: value });
      if (count !== null) word.append(el('span', { class: 'count' }, ` ${count}`));
      return word;
    });
    return group(wordsOf(name).heading, `search-${name}s`, buttons);
  }

  return total === 0 ? [chips()] : [...DATED.map(bars), chips(), sorts(), ...POSTED.map(values)];
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

function group(label: string, name: string, children: Child[]): HTMLElement {
  return el('div', { class: name, role: 'group', 'aria-label': label }, ...children);
}
