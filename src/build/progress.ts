import { Presets, SingleBar } from 'cli-progress';

/** Tells a person how far long work has come. */
export interface Progress {
  /** Begins a stage of `total` steps; 0 where the number is not known. */
  start(stage: string, total: number): void;
  /** Counts steps of the current stage. */
  tick(steps: number): void;
  /** Ends the current stage. */
  done(): void;
  /** Says something between stages. */
  say(line: string): void;
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? new Bars(stream) : new Lines(stream);
}

/** No word at all: for tests and for callers that report themselves. */
export const silent: Progress = { start() {}, tick() {}, done() {}, say() {} };

class Bars implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #bar: SingleBar | null = null;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  start(stage: string, total: number): void {
    const format = `${stage.padEnd(10)} {bar} {value}/{total}  {eta_formatted}`;
    this.#bar = new SingleBar(
      { stream: this.#stream, format, hideCursor: true, etaBuffer: 50 },
      Presets.shades_classic,
    );
    this.#bar.start(total, 0);
  }

  tick(steps: number): void {
    this.#bar?.increment(steps);
  }

  done(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  say(line: string): void {
    this.#stream.write(`${line}\n`);
  }
}

/** How often a stage speaks where there is no terminal. */
const TENTHS = 4;

class Lines implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #stage = '';
  #total = 0;
  #value = 0;
  #said = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  start(stage: string, total: number): void {
    [this.#stage, this.#total, this.#value, this.#said] = [stage, total, 0, 0];
  }

  tick(steps: number): void {
    this.#value += steps;
    const share = Math.floor((this.#value / Math.max(1, this.#total)) * TENTHS);
    if (share <= this.#said || this.#value >= this.#total) return;
    this.#said = share;
    this.#stream.write(`${this.#stage}: ${this.#value}/${this.#total}\n`);
  }

  done(): void {
    this.#stream.write(`${this.#stage}: ${this.#value}${this.#total ? `/${this.#total}` : ''} done\n`);
  }

  say(line: string): void {
    this.#stream.write(`${line}\n`);
  }
}
