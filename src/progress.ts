import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { print, printable } from './terminal.ts';

/** How long a stage took, and how much memory this process held at its end. */
export interface StageTime {
  stage: string;
  steps: number;
  seconds: number;
  bytes: number;
}

/** A stage of long work. Stages may overlap: while pages are rendered, the index is joined. One that is left before it is done ends without a word. */
export interface Stage extends Disposable {
  /** Counts steps. */
  tick(steps: number): void;
  done(): void;
}

/** Tells a person how far long work has come. */
export interface Progress {
  /** Begins a stage of `total` steps; 0 where the number is not known. */
  start(stage: string, total: number): Stage;
  /** Says something between stages. */
  say(line: string): void;
  /** The stages so far, for `--profile`. */
  readonly times: readonly StageTime[];
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? new Bars(stream) : new Lines(stream);
}

/** No word at all: for tests, and for callers that report themselves. */
export const silent: Progress = {
  times: [],
  start: () => ({ tick() {}, done() {}, [Symbol.dispose]() {} }),
  say() {},
};

/** What a subclass shows of a stage. */
interface Shown {
  moved(value: number, seconds: number): void;
  done(value: number): void;
  /** It was left before it was done. */
  left?(): void;
}

/** Counts and measures; what is shown is up to the subclass. */
abstract class Stages implements Progress {
  readonly times: StageTime[] = [];
  protected readonly stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  start(stage: string, total: number): Stage {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    const shown = this.show(stage, total);
    let steps = 0;
    let isDone = false;
    return {
      tick(more) {
        steps += more;
        shown.moved(steps, seconds());
      },
      done: () => {
        this.times.push({ stage, steps, seconds: seconds(), bytes: process.memoryUsage.rss() });
        isDone = true;
        shown.done(steps);
      },
      [Symbol.dispose]() {
        if (!isDone) shown.left?.();
      },
    };
  }

  say(line: string): void {
    print(this.stream, [line]);
  }

  protected abstract show(stage: string, total: number): Shown;
}

class Bars extends Stages {
  /** The bars of stages that overlap. */
  #bars: { all: MultiBar; moving: Set<SingleBar> } | null = null;

  override say(line: string): void {
    // Written between bars, it would be painted over.
    if (this.#bars) this.#bars.all.log(`${printable(line)}\n`);
    else super.say(line);
  }

  protected show(stage: string, total: number): Shown {
    const format = '{stage} {bar} {value}/{total}  {eta_formatted} left';
    this.#bars ??= {
      all: new MultiBar(
        { stream: this.stream, format, hideCursor: true, etaBuffer: 50 },
        Presets.shades_classic,
      ),
      moving: new Set(),
    };
    const { all, moving } = this.#bars;
    const bar = all.create(total, 0, { stage: stage.padEnd(10) });
    moving.add(bar);
    const end = (): void => {
      bar.stop();
      moving.delete(bar);
      if (moving.size > 0) return;
      // What was said a moment ago waits for the next look.
      all.update();
      all.stop();
      this.#bars = null;
    };
    return {
      moved: (value) => bar.update(value),
      done: end,
      left() {
        all.remove(bar);
        end();
      },
    };
  }
}

/** How often a stage speaks where there is no terminal: at each quarter. */
const PARTS = 4;

class Lines extends Stages {
  protected show(stage: string, total: number): Shown {
    let said = 0;
    return {
      moved: (value, seconds) => {
        const part = Math.floor((value / Math.max(1, total)) * PARTS);
        if (part <= said || value >= total) return;
        said = part;
        const rate = value / Math.max(seconds, 0.001);
        const left = Math.ceil((total - value) / rate);
        this.say(`${stage}: ${value}/${total}, ${Math.round(rate)}/s, ${left} s left`);
      },
      done: (value) => this.say(`${stage}: ${value}${total ? `/${total}` : ''} done`),
    };
  }
}
