import type { Progress, Stage, StageTime } from '../progress.ts';
import { ProcessTree } from './process-tree.ts';

/** Follows a build: how long each stage takes, and how much memory all processes hold in it. */
export class StageCosts implements Progress, Disposable {
  readonly times: StageTime[] = [];
  readonly #peaks = new Map<string, number>();
  readonly #tree = new ProcessTree(process.pid);
  readonly #timer = setInterval(() => this.#look(), 50);
  readonly #running = new Set<string>();

  start(stage: string): Stage {
    this.#running.add(stage);
    const started = performance.now();
    return {
      tick: () => this.#look(),
      done: () => {
        this.#look();
        this.times.push({ stage, steps: 0, seconds: (performance.now() - started) / 1000, bytes: 0 });
        this.#running.delete(stage);
      },
      [Symbol.dispose]: () => this.#running.delete(stage),
    };
  }

  say(): void {
    // Only the figures count here.
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  /** Seconds of some stages together, 0 where there were none, and the highest memory in one of them; null where this system does not tell. */
  of(...stages: string[]): { seconds: number; peak: number | null } {
    const times = this.times.filter(({ stage }) => stages.includes(stage));
    const peaks = stages.flatMap((stage) => this.#peaks.get(stage) ?? []);
    return {
      seconds: times.reduce((sum, { seconds }) => sum + seconds, 0),
      peak: peaks.length > 0 ? Math.max(...peaks) : null,
    };
  }

  #look(): void {
    const memory = this.#running.size > 0 ? this.#tree.memory() : null;
    if (memory === null) return;
    for (const stage of this.#running) this.#peaks.set(stage, Math.max(memory, this.#peaks.get(stage) ?? 0));
  }
}
