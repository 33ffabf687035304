import { searchStudy as words } from '#locale';
import type { Occurrence } from '../../search/gram/occurrences.ts';
import { csv } from './csv.ts';
import { button, el, fill } from './dom.ts';
import type { Engine } from './engine.ts';

/** A list of the places in one article. */
const CLASS = 'contexts';

/** Shows below hits that have none yet every place of the query in it, one a line, the strings below each other. */
export async function contexts(
  engine: Pick<Engine, 'occurrences'>,
  query: string,
  list: HTMLElement,
  rows: readonly HTMLElement[],
): Promise<void> {
  // Each row has its list at once: who asks again while these are read does not ask for the same.
  const lists = rows.map((row) => row.appendChild(el('ol', { class: CLASS })));
  try {
    const paths = rows.map((row) => row.querySelector<HTMLElement>('[data-hit]')?.dataset.hit ?? '');
    const found = await Promise.all(paths.map((path) => engine.occurrences(query, path)));
    lists.forEach((own, at) => {
      fill(own, (found[at] ?? []).map(line));
    });
  } catch (cause) {
    for (const own of lists) own.remove();
    throw cause;
  }
  if (!list.previousElementSibling?.matches(`.${CLASS}-save`)) list.before(save(list));
}

function line({ passage, before, text, after }: Occurrence): HTMLLIElement {
  const attributes: Record<string, string> = passage === null ? {} : { 'data-passage': String(passage) };
  return el(
    'li',
    attributes,
    el('span', {}, el('span', {}, before)),
    el('mark', {}, text),
    el('span', {}, after),
  );
}

/** A word that saves the places on the page as a table. */
function save(list: HTMLElement): HTMLElement {
  const word = button(words.saveCsv, () => {
    const link = el('a', {
      href: URL.createObjectURL(new Blob([csv([words.csvColumns, ...table(list)])], { type: 'text/csv' })),
      download: `${words.file}.csv`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  word.className = 'word';
  word.dataset.save = 'csv';
  return el('p', { class: `${CLASS}-save` }, word);
}

/** The places as they stand on the page: date, title, author, address, passage, before, string, after. */
function table(list: HTMLElement): string[][] {
  return [...list.querySelectorAll<HTMLElement>(`.${CLASS} > li`)].map((line) => {
    const hit = line.closest('.hit');
    const text = (selector: string) => hit?.querySelector(selector)?.textContent ?? '';
    const link = hit?.querySelector<HTMLAnchorElement>('[data-hit]')?.href ?? '';
    const { passage } = line.dataset;
    const place = passage === undefined ? '' : String(Number(passage) + 1);
    const parts = Array.from(line.children, (part) => part.textContent ?? '');
    return [
      text('.hit-date'),
      text('.hit-title'),
      text('.hit-author'),
      link.replace(/#.*/s, ''),
      place,
      ...parts,
    ];
  });
}
