/** Promises by key: each is made once, a rejected one is forgotten, and past `most` the one goes that was not asked for longest. */
export class PromiseCache<T> {
  readonly #promises = new Map<string, Promise<T>>();
  readonly #most: number;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** The promise of a key, made where there is none. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#promises.get(key);
    const promise = known ?? make();
    this.#promises.delete(key);
    this.#promises.set(key, promise);
    if (!known) promise.catch(() => this.#promises.delete(key));
    const [oldest] = this.#promises.keys();
    if (this.#promises.size > this.#most && oldest !== undefined) this.#promises.delete(oldest);
    return promise;
  }

  delete(key: string): void {
    this.#promises.delete(key);
  }

  clear(): void {
    this.#promises.clear();
  }
}
