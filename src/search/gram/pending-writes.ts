/** Writes under way: whoever leaves the block that began them, for whatever reason, leaves none behind. */
export class PendingWrites implements AsyncDisposable {
  readonly #pending: Promise<void>[] = [];

  /** Takes in a write, where it is one that goes on. */
  add(write: Promise<void> | undefined | void): void {
    if (!write) return;
    this.#pending.push(write);
    // Thrown by `done`: until then it must not count as unhandled.
    write.catch(() => {});
  }

  /** All of them. @throws the first that failed */
  async done(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#pending);
  }
}
