/** Runs one task at a time: a newer one aborts the older, whose outcome is then dropped. */
export class Latest {
  #controller = new AbortController();

  /** Aborts what runs. */
  cancel(): void {
    this.#controller.abort();
  }

  /**
   * Runs a task in place of the one before. `done` or `failed` is called at most once, and never after a newer `run` or `cancel`.
   */
  async run<T>(
    task: (signal: AbortSignal) => Promise<T>,
    done: (value: T) => void,
    failed: (cause: unknown) => void,
  ): Promise<void> {
    this.cancel();
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    try {
      const value = await task(signal);
      if (!signal.aborted) done(value);
    } catch (cause) {
      if (!signal.aborted) failed(cause);
    }
  }
}
