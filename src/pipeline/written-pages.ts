/** The pages of a build while they are being written: whoever needs one waits for it. */
export class WrittenPages {
  /** Page or twin written so far → SHA-256 (hex). */
  readonly hashes = new Map<string, string>();
  readonly #coming: ReadonlySet<string>;
  #waiting: (() => void)[] = [];
  #end: { error: unknown } | null = null;

  /** @param coming the pages that are going to be written; all others stand in the output */
  constructor(coming: Iterable<string>) {
    this.#coming = new Set(coming);
  }

  /** Takes in what has been written. */
  add(hashes: Iterable<readonly [file: string, hash: string]>): void {
    for (const [file, hash] of hashes) this.hashes.set(file, hash);
    this.#wake();
  }

  /**
   * Waits for the work that writes them all.
   * @throws what it throws; so does every wait for a page that was not written
   */
  async written(work: Promise<void>): Promise<void> {
    try {
      await work;
      this.#end = { error: null };
    } catch (error) {
      this.#end = { error };
      throw error;
    } finally {
      this.#wake();
    }
  }

  /** True for a page that can be read now. */
  isReady(page: string): boolean {
    return !this.#coming.has(page) || this.hashes.has(page);
  }

  /**
   * Waits until a page can be read.
   * @throws what went wrong, where it will never be
   */
  async ready(page: string): Promise<void> {
    while (!this.isReady(page)) {
      if (this.#end) throw this.#end.error ?? new Error(`${page}: was not written`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
