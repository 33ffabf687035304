import { hostOf } from '../text/host.ts';
import type { Entry } from '../types.ts';
import type { Relations, ThreadKind } from './relations.ts';
import { type Row, type RowSource, Rows } from './rows.ts';

/** Articles in their order, the undated ones first. */
interface Order extends RowSource {
  readonly undated: number;
  readonly relations: Relations;
  ofSameAuthor(position: number, direction: 'earlier' | 'later'): number;
}

/** The place of an article in a thread. */
interface ThreadPlace {
  kind: ThreadKind;
  name: string;
  path: string;
  number: number;
}

/** An article in its place, with those around it that its page names. As JSON it is the article's key and the keys of their rows. */
export class Place {
  readonly entry: Entry;
  readonly #order: Order;
  readonly #position: number;

  /** @throws {RangeError} where there is no article */
  constructor(order: Order, position: number) {
    const entry = order.entries[position];
    if (!entry) throw new RangeError(`no article at ${position}`);
    this.entry = entry;
    this.#order = order;
    this.#position = position;
  }

  get earlier(): Row | null {
    return this.#rows([this.#earlier])[0] ?? null;
  }

  get later(): Row | null {
    return this.#rows([this.#later])[0] ?? null;
  }

  /** The first author's article before this one, where that is not the one before it anyway. */
  get earlierByAuthor(): Row | null {
    return this.#rows([this.#byAuthor('earlier')])[0] ?? null;
  }

  get laterByAuthor(): Row | null {
    return this.#rows([this.#byAuthor('later')])[0] ?? null;
  }

  /** Whether its day has articles that are not the one before and the one after it. */
  get hasMoreOfDay(): boolean {
    const { entries } = this.#order;
    const day = this.entry.time?.date;
    return day !== undefined && [-2, 2].some((step) => entries[this.#position + step]?.time?.date === day);
  }

  /** The articles before and after it that are most like it. */
  get before(): Row[] {
    return this.#rows(this.#relations.before(this.#position));
  }

  get after(): Row[] {
    return this.#rows(this.#relations.after(this.#position));
  }

  /** Articles with the same text, with the hosts they come from. */
  get copies(): (Row & { host: string | null })[] {
    const positions = this.#relations.copies(this.#position);
    return this.#rows(positions).map((row, at) => ({ ...row, host: this.#hostOf(positions[at] ?? -1) }));
  }

  get thread(): ThreadPlace | null {
    const found = this.#relations.threadOf(this.#position);
    if (!found) return null;
    const { kind, name, path } = found.thread;
    return { kind, name, path, number: found.number };
  }

  toJSON(): string {
    const { before, after, copies } = this.#relations;
    const neighbours = [this.#earlier, this.#later, this.#byAuthor('earlier'), this.#byAuthor('later')];
    const lists = [neighbours, before(this.#position), after(this.#position), copies(this.#position)];
    const hosts = copies(this.#position).map((position) => this.#hostOf(position));
    const { thread } = this;
    // Keys hold no blank.
    return [
      this.entry.key,
      ...lists.map((list) => list.map((at) => this.#order.rowKeys[at] ?? '-').join('')),
      hosts.join(' '),
      this.hasMoreOfDay ? 'day' : '',
      thread ? JSON.stringify(thread) : '',
    ].join(' ');
  }

  get #relations(): Relations {
    return this.#order.relations;
  }

  #rows(positions: readonly number[]): Row[] {
    return new Rows(this.#order, positions).list();
  }

  #hostOf(position: number): string | null {
    const url = this.#order.entries[position]?.url;
    return url ? hostOf(url) : null;
  }

  /** Position of the article before this one, or -1: undated articles have no neighbours in time. */
  get #earlier(): number {
    return this.#position > this.#order.undated ? this.#position - 1 : -1;
  }

  /** Position of the article after this one, or one without an article. */
  get #later(): number {
    return this.entry.time ? this.#position + 1 : -1;
  }

  #byAuthor(direction: 'earlier' | 'later'): number {
    const at = this.#order.ofSameAuthor(this.#position, direction);
    return at === (direction === 'earlier' ? this.#earlier : this.#later) ? -1 : at;
  }
}
