import { setImmediate } from 'node:timers/promises';

/** Milliseconds that long work may keep this process to itself: workers wait for its messages meanwhile. */
const LONGEST = 10;

/** Long work in this process that gives way to others, and ends when they fail. */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** True where it is time to rest: asked before, because even a rest that is not due costs a turn. */
  isDue(): boolean {
    return performance.now() - this.#since > LONGEST;
  }

  /** @throws where the work is not wanted any more */
  async rest(): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
