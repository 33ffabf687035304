import { searchStudy as words } from '#locale';
import type { Occurrence } from '../../search/gram/occurrences.ts';
import { button, el, fill } from './dom.ts';
import type { Engine } from './engine.ts';
import type { SearchState } from './search-state.ts';

/** Places of one article that are shown at once. */
const SHOWN = 5;

/** Shows below hits that have none yet every place of the query in it, one a line, the strings below each other; of many the first ones, the others on a click. */
export async function contexts(
  engine: Pick<Engine, 'occurrences'>,
  { query, filters }: Pick<SearchState, 'query' | 'filters'>,
  rows: readonly HTMLElement[],
): Promise<void> {
  // Each row has its list at once: who asks again while these are read does not ask for the same.
  const lists = rows.map((row) => row.appendChild(el('ol', { class: 'contexts' })));
  try {
    const paths = rows.map((row) => row.querySelector<HTMLElement>('[data-hit]')?.dataset.hit ?? '');
    const found = await Promise.all(paths.map((path) => engine.occurrences(query, path, filters)));
    lists.forEach((own, at) => {
      fill(own, linesOf(found[at] ?? []));
    });
  } catch (cause) {
    for (const own of lists) own.remove();
    throw cause;
  }
}

/** The lines of an article. One left over is shown instead of a word that shows it. */
function linesOf(found: readonly Occurrence[]): HTMLElement[] {
  const lines = found.map(line);
  const rest = lines.slice(SHOWN);
  if (rest.length < 2) return lines;
  for (const one of rest) one.hidden = true;
  const all = button(
    words.otherPlaces(rest.length),
    () => {
      for (const one of rest) one.hidden = false;
      more.remove();
      rest[0]?.focus();
    },
    { class: 'word', 'data-places': '' },
  );
  const more = el('li', { class: 'contexts-more' }, all);
  rest[0]?.setAttribute('tabindex', '-1');
  return [...lines.slice(0, SHOWN), more, ...rest];
}

const line = ({ before, text, after }: Occurrence): HTMLLIElement =>
  el('li', {}, el('span', {}, el('span', {}, before)), el('mark', {}, text), el('span', {}, after));
