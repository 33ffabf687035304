/** Result of a worker's task, with the highest memory of its process so far, in bytes. */
export interface Done<Result> {
  result: Result;
  pid: number;
  peak: number;
}

/** Highest memory of this process so far, in bytes. `maxRSS` is in kilobytes on every platform. */
const peak = (): number => process.resourceUsage().maxRSS * 1024;

/** Makes a worker's task of a function: one value in, one out, both JSON-able. */
export const task =
  <Input, Result>(work: (input: Input) => Promise<Result> | Result) =>
  async (input: Input): Promise<Done<Result>> => ({
    result: await work(input),
    pid: process.pid,
    peak: peak(),
  });

/** Highest memory of a whole build: of this process and the workers that were there together when they took most, each at its own peak. */
export class MemoryMeter {
  /** Tasks that are with workers now: what is there together has to fit together. */
  atWork = 0;
  readonly #workers = new Map<number, number>();
  #highest = 0;

  /** Takes in what a worker says of itself. */
  add({ pid, peak }: Done<unknown>): void {
    // A lone task runs in this process, which `total` counts anyway.
    if (pid === process.pid) return;
    this.#workers.set(pid, peak);
    const sum = [...this.#workers.values()].reduce((all, own) => all + own, 0);
    this.#highest = Math.max(this.#highest, sum);
  }

  /** Takes in that workers are gone, their memory free. */
  gone(pids: Iterable<number>): void {
    for (const pid of pids) this.#workers.delete(pid);
  }

  /** Bytes. */
  total(): number {
    return this.#highest + peak();
  }
}
