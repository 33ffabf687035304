/** Highest memory of one process. */
export interface Peak {
  pid: number;
  bytes: number;
}

/** Highest memory of this process so far. `maxRSS` is in kilobytes on every platform. */
export const peak = (): Peak => ({ pid: process.pid, bytes: process.resourceUsage().maxRSS * 1024 });

/** Highest memory of a whole build: of this process and the workers of the stage that took most, each at its own peak. */
export class MemoryMeter {
  #workers = new Map<number, number>();
  #highest = 0;

  /** Notes what a worker says of itself. */
  note({ pid, bytes }: Peak): void {
    // A lone task runs in this process, which `total` counts anyway.
    if (pid === process.pid) return;
    this.#workers.set(pid, Math.max(bytes, this.#workers.get(pid) ?? 0));
    this.#highest = Math.max(
      this.#highest,
      [...this.#workers.values()].reduce((sum, own) => sum + own, 0),
    );
  }

  /** Ends a stage: its workers are gone, their memory free. */
  nextStage(): void {
    this.#workers = new Map();
  }

  /** Bytes. */
  total(): number {
    return this.#highest + peak().bytes;
  }
}
