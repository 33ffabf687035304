/** Finds items of a sorted list by names that are asked for in order: a hundred thousand of them need no map. */
export class Cursor<Item> {
  readonly #items: readonly Item[];
  readonly #nameOf: (item: Item) => string;
  #at = 0;

  constructor(items: readonly Item[], nameOf: (item: Item) => string) {
    this.#items = items;
    this.#nameOf = nameOf;
  }

  /** The item of a name, unless one after it was asked for before. */
  find(name: string): Item | undefined {
    for (let item = this.#items[this.#at]; item; item = this.#items[++this.#at]) {
      const own = this.#nameOf(item);
      if (own === name) return item;
      if (own > name) return undefined;
    }
    return undefined;
  }
}
