import { searchStudy as words } from '#locale';
import { saveFile } from '../shared/save-file.ts';
import { siteUrl } from '../shared/site-url.ts';
import { csv } from './csv.ts';
import { button, fill } from './dom.ts';
import type { Engine, Hit, Result } from './engine.ts';
import type { SearchState } from './search-state.ts';

/** Most articles whose places are saved: each is a page to read. */
const MOST = 200;
/** Articles read at a time. */
const GROUP = 10;

/** A search whose places are to be saved. */
export interface Places {
  engine: Pick<Engine, 'occurrences' | 'search'>;
  state: SearchState;
  result: Pick<Result, 'hits' | 'total' | 'exact'>;
  /** Address of the site's root, with its slash. */
  root: string;
}

/** Words that save every place of the query as a table: in the articles on the page, and in all that match, within a bound that is said. */
export function saveLine(places: Places): HTMLElement[] {
  const { result } = places;
  const { hits, total, exact } = result;
  const shown = save(words.saveShown(hits.length), 'shown', () => Promise.resolve(hits), places);
  const matches = hits.filter(({ group }) => group !== 'near').length;
  if (matches >= total) return [shown];
  const all = words.found(total, exact);
  const name = total > MOST ? words.saveFirst(MOST, all) : words.saveAll(all);
  return [shown, save(name, 'all', () => allHits(places), places)];
}

/** All that match, best first; no more than `MOST`. */
async function allHits({ engine, state: { query, filters, sort } }: Places): Promise<readonly Hit[]> {
  const { signal } = new AbortController();
  return (await engine.search({ query, filters, sort, limit: MOST, near: false, signal })).hits;
}

/** A word that reads the places and saves them; what it is doing stands in its place. */
function save(
  name: string,
  kind: 'shown' | 'all',
  hitsOf: () => Promise<readonly Hit[]>,
  places: Places,
): HTMLButtonElement {
  let isBusy = false;
  const word = button(name, () => void run(), { class: 'word', 'data-save': kind, 'aria-live': 'polite' });
  async function run(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    fill(word, [words.saving]);
    try {
      const table = csv([words.csvColumns, ...(await tableOf(await hitsOf(), places))]);
      saveFile(new Blob([table], { type: 'text/csv' }), `${words.file}.csv`);
      fill(word, [name]);
    } catch {
      fill(word, [words.saveFailed]);
    }
    isBusy = false;
  }
  return word;
}

/** A row for each place: date, title, author, address, passage, before, string, after. */
async function tableOf(hits: readonly Hit[], { engine, state, root }: Places): Promise<string[][]> {
  const rows: string[][] = [];
  for (let at = 0; at < hits.length; at += GROUP) {
    const some = hits.slice(at, at + GROUP);
    const found = await Promise.all(
      some.map(({ path }) => engine.occurrences(state.query, path, state.filters)),
    );
    some.forEach(({ path, date, title, author }, hit) => {
      const address = new URL(siteUrl(path, root), location.href).href;
      for (const { passage, before, text, after } of found[hit] ?? []) {
        const place = passage === null ? '' : String(passage + 1);
        rows.push([date ?? '', title.text, author.text, address, place, before, text, after]);
      }
    });
  }
  return rows;
}
