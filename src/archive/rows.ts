import type { Entry } from '../types.ts';
import { href } from './paths.ts';

/** An article as a row of a list. `href` is relative to the site's root and already percent-encoded. */
export interface Row {
  href: string;
  title: string;
  author: string;
  /** `yyyy-mm-dd`, or empty. */
  date: string;
}

/** Makes the row of an article. */
export const row = ({ path, title, author, time }: Entry): Row => ({
  href: href(path),
  title,
  author,
  date: time?.date ?? '',
});

/** Where rows are made from. */
export interface RowSource {
  readonly entries: readonly Entry[];
  /** Key of each article's row. */
  readonly rowKeys: readonly string[];
}

/** Articles that a page lists. As JSON it is their rows' keys, which tell whether the page has to be made again; the rows are made when asked for. */
export class Rows {
  readonly #source: RowSource;
  readonly #positions: readonly number[];

  constructor(source: RowSource, positions: readonly number[]) {
    this.#source = source;
    this.#positions = positions;
  }

  list(): Row[] {
    const { entries } = this.#source;
    return this.#positions
      .map((position) => entries[position])
      .filter((entry) => entry !== undefined)
      .map(row);
  }

  toJSON(): string {
    const { rowKeys } = this.#source;
    return this.#positions.map((position) => rowKeys[position]).join('');
  }
}
