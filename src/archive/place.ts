import type { Entry } from '../types.ts';
import { type Row, type RowSource, Rows } from './rows.ts';

/** How many others of the same day an article names. */
const SAME_DAY = 6;

/** Articles in their order, the undated ones first. */
interface Order extends RowSource {
  readonly undated: number;
  ofSameAuthor(position: number, direction: 'earlier' | 'later'): number;
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
    return this.#rows(this.#earlier)[0] ?? null;
  }

  get later(): Row | null {
    return this.#rows(this.#later)[0] ?? null;
  }

  /** The first author's article before this one, where that is not the one before it anyway. */
  get earlierByAuthor(): Row | null {
    return this.#rows(this.#byAuthor('earlier'))[0] ?? null;
  }

  get laterByAuthor(): Row | null {
    return this.#rows(this.#byAuthor('later'))[0] ?? null;
  }

  /** Articles of the same day, those nearest in time first come from both sides; earlier and later neighbours stand elsewhere. */
  get sameDay(): Row[] {
    return this.#rows(...this.#sameDay());
  }

  toJSON(): string {
    let keys = this.entry.key;
    const own = [this.#earlier, this.#later, this.#byAuthor('earlier'), this.#byAuthor('later')];
    for (const at of [...own, ...this.#sameDay()]) keys += this.#order.rowKeys[at] ?? '-';
    return keys;
  }

  #rows(...positions: number[]): Row[] {
    return new Rows(this.#order, positions).list();
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

  #sameDay(): number[] {
    const { entries } = this.#order;
    const day = this.entry.time?.date;
    const position = this.#position;
    const found: number[] = [];
    if (day === undefined) return found;
    for (let at = position - 2; found.length < SAME_DAY / 2 && entries[at]?.time?.date === day; at--)
      found.unshift(at);
    for (let at = position + 2; found.length < SAME_DAY && entries[at]?.time?.date === day; at++)
      found.push(at);
    return found;
  }
}
