import { searchUi as words } from '#locale';
import type { FilterName, Filters } from '../../search/gram/filters.ts';
import { button, type Child, el } from './dom.ts';
import type { Facet } from './engine.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Height of a full bar in the units of its own view box. */
const FULL = 24;

/** A row of bars. */
interface Row {
  name: FilterName;
  /** Name of a value, and its short name below the bar. */
  names: { chip(value: string): string; short(value: string): string };
  values: readonly Facet[];
  /** The value that is chosen, or ''. */
  chosen: string;
  /** Conditions after a click on a value. */
  next(value: string): Filters;
  choose(filters: Filters): void;
}

/**
 * The matches by a filter of the dates: one button a value, as high as its count, and beside it as high as its share of that time's articles;
 * the styles show one of them.
 */
export function bars({ name, names, values, chosen, next, choose }: Row): Child[] {
  const most = Math.max(1, ...values.map(({ count }) => count ?? 0));
  const mostShare = Math.max(Number.MIN_VALUE, ...values.map(shareOf));
  return values.map((facet) => {
    const { value, of = 0, exact = true } = facet;
    const count = facet.count ?? 0;
    const bar = button(el('span', { class: `${name}-name` }, names.short(value)), () => choose(next(value)), {
      class: 'year',
      'aria-label': words.bar(names.chip(value), count, exact, of),
      'aria-pressed': String(value === chosen),
      [`data-${name}`]: value,
    });
    // There is nothing to see of it, unless it is to be taken back.
    bar.disabled = count === 0 && value !== chosen;
    bar.prepend(
      barOf('by-count', count / most),
      barOf('by-share', shareOf(facet) / mostShare),
      el('span', { class: 'year-count by-count' }, words.barCount(count, exact)),
      el('span', { class: 'year-count by-share' }, words.share(shareOf(facet))),
    );
    return bar;
  });
}

const shareOf = ({ count, of }: Facet): number => (of ? (count ?? 0) / of : 0);

/** A bar as a picture of its own: its height is an attribute, which a strict style policy lets through. */
function barOf(name: string, share: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const rect = document.createElementNS(SVG, 'rect');
  const height = share > 0 ? Math.max(1, Math.round(share * FULL)) : 0;
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', `0 0 8 ${FULL}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  for (const [key, value] of Object.entries({ y: FULL - height, width: 8, height }))
    rect.setAttribute(key, String(value));
  svg.append(rect);
  return svg;
}
