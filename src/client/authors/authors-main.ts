/** The script of the authors' index: finds names as they are typed, and sorts. Without it the index is whole, under its letters. */
import { people as words } from '#locale';
import '../../offline/disk-layout.ts';
import { el, fill } from '../search/dom.ts';
import { runScript } from '../shared/run-script.ts';
import { type Findable, findable, fits, nameQuery } from './find-name.ts';

/** Rows shown at most of a table that is not in the page. */
const SHOWN = 100;

/** An author, with its row. */
interface Person {
  findable: Findable;
  count: number;
  strokes: number;
  row: () => HTMLLIElement;
}

const finder = document.querySelector<HTMLElement>('.finder');
const input = finder?.querySelector('input');
const status = finder?.querySelector('.found');
if (finder && input && status) wire(finder, input, status);

function wire(finder: HTMLElement, input: HTMLInputElement, status: Element): void {
  const parts = [...document.querySelectorAll<HTMLElement>('main > :is(.letters, .most, .letter)')];
  const homes = [...document.querySelectorAll('.letter > .roll')].map((list) => ({
    list,
    rows: [...list.children],
  }));
  // What is found or sorted otherwise stands here, in the place of the letters.
  const flat = el('div', { class: 'sorted' });
  flat.hidden = true;
  finder.after(flat);
  const { names } = finder.dataset;
  let table: Promise<Person[]> | undefined;
  const people = (): Promise<Person[]> => {
    table ??=
      names === undefined ? Promise.resolve(peopleOfRows()) : peopleOfTable(names, finder.dataset.root ?? '');
    return table;
  };
  let sort = 'letter';

  async function show(): Promise<void> {
    const typed = input.value;
    const query = nameQuery(typed);
    const isAll = query.text === '';
    const isFlat = !isAll || sort !== 'letter';
    let found: Person[] = [];
    if (isFlat) {
      try {
        found = findIn(await people(), query, isAll, sort === 'count');
      } catch {
        table = undefined;
        status.textContent = words.missing;
        return;
      }
      // More was typed while the names came.
      if (input.value !== typed) return;
    }
    for (const part of parts) part.hidden = isFlat;
    flat.hidden = !isFlat;
    const shown = names === undefined ? found : found.slice(0, SHOWN);
    if (isFlat) fill(flat, isAll && sort === 'strokes' ? byStrokes(shown) : [rollOf(shown)]);
    else for (const { list, rows } of homes) list.replaceChildren(...rows);
    status.textContent = isAll
      ? ''
      : shown.length < found.length
        ? words.firstOf(shown.length, found.length)
        : words.found(found.length);
  }

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && !flat.hidden) flat.querySelector('a')?.click();
  });
  for (const button of finder.querySelectorAll<HTMLButtonElement>('[data-sort]'))
    button.addEventListener('click', () => {
      sort = button.dataset.sort ?? sort;
      for (const other of finder.querySelectorAll('[data-sort]'))
        other.setAttribute('aria-pressed', String(other === button));
      show();
    });
  // What a browser kept of a page that is come back to.
  if (input.value) show();
}

const rollOf = (people: readonly Person[]): HTMLElement =>
  el('ul', { class: 'roll' }, ...people.map(({ row }) => row()));

/** People under the strokes of their first character; those of one number in the order of their letters. */
function byStrokes(people: readonly Person[]): HTMLElement[] {
  const numbers = [...new Set(people.map(({ strokes }) => strokes))].sort((a, b) => (a || 99) - (b || 99));
  return numbers.flatMap((number) => [
    el('h2', {}, words.strokes(number)),
    rollOf(people.filter(({ strokes }) => strokes === number)),
  ]);
}

/** People whose names fit, the best first, then those with most articles; everybody where nothing is asked. */
function findIn(
  people: readonly Person[],
  query: ReturnType<typeof nameQuery>,
  isAll: boolean,
  byCount: boolean,
): Person[] {
  return people
    .flatMap((person) => {
      const rank = isAll ? 0 : fits(person.findable, query);
      return rank === null ? [] : [{ person, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (isAll && !byCount ? 0 : b.person.count - a.person.count))
    .map(({ person }) => person);
}

/** The people whose rows the page has. */
const peopleOfRows = (): Person[] =>
  [...document.querySelectorAll<HTMLLIElement>('.letter li')].map((row) => ({
    findable: findable(row.querySelector('a')?.textContent ?? '', row.dataset.pinyin ?? ''),
    count: Number((row.querySelector('.n')?.textContent ?? '').replace(/\D/g, '')),
    strokes: Number(row.dataset.strokes ?? 0),
    row: () => row,
  }));

/** The people of a table that is a file of its own: a line each, with name, address, number of articles and pinyin. */
async function peopleOfTable(address: string, root: string): Promise<Person[]> {
  await runScript(address);
  const text = window.jiuwenDisk?.authors;
  if (typeof text !== 'string') throw new Error(`${address} is empty`);
  return text.split('\n').map((line) => {
    const [name = '', href = '', count = '', pinyin = ''] = line.split('\t');
    return {
      findable: findable(name, pinyin),
      count: Number(count),
      strokes: 0,
      row: () => el('li', {}, el('a', { href: root + href }, name), ' ', el('span', { class: 'n' }, count)),
    };
  });
}
