import { setImmediate } from 'node:timers/promises';

/** Milliseconds that long work may keep this process to itself: workers wait for its messages meanwhile. */
const LONGEST = 10;

/** Turns of long work in this process, which gives way to others and ends when they fail. */
export class TimeSlice {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** True where it is time to give way: asked before, because even waiting for nothing costs a turn. */
  isOver(): boolean {
    return performance.now() - this.#since > LONGEST;
  }

  /** @throws where the work is not wanted any more */
  async next(): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
