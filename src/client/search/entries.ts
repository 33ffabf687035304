/** Where a reader was in the results of an address. */
export interface Place {
  /** Number of hits on the page. */
  shown: number;
  /** How far it was scrolled, in pixels. */
  scroll: number;
}

/** What the history is written through: `history` and `location` of a page. */
export interface Browser {
  history: Pick<History, 'pushState' | 'replaceState' | 'state'>;
  location: Pick<Location, 'pathname' | 'search'>;
}

/**
 * The search page's entries in the browser's history. What is typed changes the address of the entry that stands, and becomes an entry of its
 * own when the reader means it (Enter, a choice): the step back then leads to what stood there before the typing.
 */
export class Entries {
  readonly #browser: Browser;
  /** Address and place of the last entry that was meant. */
  #meant: { address: string; place: Place | null };

  constructor(browser: Browser) {
    this.#browser = browser;
    this.#meant = { address: this.#address, place: this.place };
  }

  /** The place that was kept with the entry that stands. */
  get place(): Place | null {
    return readPlace(this.#browser.history.state);
  }

  /** Goes on to an address in the entry that stands. */
  draft(address: string): void {
    this.#browser.history.replaceState(null, '', this.#full(address));
  }

  /** Makes an entry of what was typed; nothing where it is one already. */
  mean(): void {
    const address = this.#address;
    if (address === this.#meant.address) return;
    this.#browser.history.replaceState(this.#meant.place, '', this.#full(this.#meant.address));
    this.push(address);
  }

  /** Makes an entry of an address. */
  push(address: string): void {
    this.#browser.history.pushState(null, '', this.#full(address));
    this.#meant = { address: this.#address, place: null };
  }

  /** Goes on to an address that is the same question: what was an entry stays one. */
  goOn(address: string): void {
    const wasMeant = this.#address === this.#meant.address;
    this.draft(address);
    if (wasMeant) this.#meant = { address: this.#address, place: null };
  }

  /** Keeps the place with the entry that stands. */
  keep(place: Place): void {
    if (this.#address === this.#meant.address) this.#meant.place = place;
    this.#browser.history.replaceState(place, '');
  }

  /** The browser went to another entry. */
  arrive(): void {
    this.#meant = { address: this.#address, place: this.place };
  }

  get #address(): string {
    return this.#browser.location.search;
  }

  #full(address: string): string {
    return address || this.#browser.location.pathname;
  }
}

function readPlace(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null || !('shown' in state) || !('scroll' in state)) return null;
  const { shown, scroll } = state;
  return typeof shown === 'number' && typeof scroll === 'number' ? { shown, scroll } : null;
}
