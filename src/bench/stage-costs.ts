import type { Progress, StageTime } from '../progress.ts';
import { ProcessTree } from './process-tree.ts';

/** Follows a build: how long each stage takes, and how much memory all processes hold in it. */
export class StageCosts implements Progress, Disposable {
  readonly times: StageTime[] = [];
  readonly #peaks = new Map<string, number>();
  readonly #tree = new ProcessTree(process.pid);
  readonly #timer = setInterval(() => this.tick(), 50);
  #stage = '';
  #started = 0;

  start(stage: string): void {
    this.#stage = stage;
    this.#started = performance.now();
  }

  tick(): void {
    const memory = this.#stage ? this.#tree.memory() : null;
    if (memory !== null) this.#peaks.set(this.#stage, Math.max(memory, this.#peaks.get(this.#stage) ?? 0));
  }

  done(): void {
    this.tick();
    const seconds = (performance.now() - this.#started) / 1000;
    this.times.push({ stage: this.#stage, steps: 0, seconds, bytes: 0 });
    this.#stage = '';
  }

  say(): void {
    // Only the figures count here.
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  /** Seconds of a stage, 0 where there was none, and the highest memory in it; null where this system does not tell. */
  of(stage: string): { seconds: number; peak: number | null } {
    const time = this.times.find((one) => one.stage === stage);
    return { seconds: time?.seconds ?? 0, peak: this.#peaks.get(stage) ?? null };
  }
}
