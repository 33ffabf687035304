import { authorsOf } from '../text/authors.ts';
import type { Entry } from '../types.ts';
import { href } from './paths.ts';

/** An author with the address of its page, as in `Row`. */
interface AuthorLink {
  name: string;
  href: string;
}

/** An article as a row of a list. `href` is relative to the site's root and already percent-encoded. */
export interface Row {
  href: string;
  title: string;
  /** In the order of the byline; each with the address of its page. */
  authors: readonly AuthorLink[];
  /** `yyyy-mm-dd`, or empty. */
  date: string;
}

/** Where rows are made from. */
export interface RowSource {
  readonly entries: readonly Entry[];
  /** Key of each article's row. */
  readonly rowKeys: readonly string[];
  /** Addresses of the authors' pages, percent-encoded. */
  readonly authorAddresses: ReadonlyMap<string, string>;
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
    const { entries, authorAddresses } = this.#source;
    return this.#positions
      .map((position) => entries[position])
      .filter((entry) => entry !== undefined)
      .map(({ path, title, author, time }) => ({
        href: href(path),
        title,
        authors: authorsOf(author).map((name) => ({ name, href: authorAddresses.get(name) ?? '' })),
        date: time?.date ?? '',
      }));
  }

  toJSON(): string {
    const { rowKeys } = this.#source;
    return this.#positions.map((position) => rowKeys[position]).join('');
  }
}
