import { Presets, SingleBar } from 'cli-progress';
import { print } from './terminal.ts';

/** How long a stage took, and how much memory this process held at its end. */
export interface StageTime {
  stage: string;
  steps: number;
  seconds: number;
  bytes: number;
}

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
  /** The stages so far, for `--profile`. */
  readonly times: readonly StageTime[];
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? new Bars(stream) : new Lines(stream);
}

/** No word at all: for tests, and for callers that report themselves. */
export const silent: Progress = { times: [], start() {}, tick() {}, done() {}, say() {} };

/** Counts and measures; what is shown is up to the subclass. */
abstract class Stages implements Progress {
  readonly times: StageTime[] = [];
  protected stage = '';
  protected total = 0;
  protected value = 0;
  protected readonly stream: NodeJS.WriteStream;
  #started = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  start(stage: string, total: number): void {
    [this.stage, this.total, this.value] = [stage, total, 0];
    this.#started = performance.now();
    this.begun();
  }

  tick(steps: number): void {
    this.value += steps;
    this.moved();
  }

  done(): void {
    const { stage, value, seconds } = this;
    this.times.push({ stage, steps: value, seconds, bytes: process.memoryUsage.rss() });
    this.ended();
  }

  say(line: string): void {
    print(this.stream, [line]);
  }

  protected abstract begun(): void;
  protected abstract moved(): void;
  protected abstract ended(): void;

  /** Seconds since the stage began. */
  protected get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

class Bars extends Stages {
  #bar: SingleBar | null = null;

  protected begun(): void {
    const format = `${this.stage.padEnd(10)} {bar} {value}/{total}  {eta_formatted} left`;
    const options = { stream: this.stream, format, hideCursor: true, etaBuffer: 50 };
    this.#bar = new SingleBar(options, Presets.shades_classic);
    this.#bar.start(this.total, 0);
  }

  protected moved(): void {
    this.#bar?.update(this.value);
  }

  protected ended(): void {
    this.#bar?.stop();
  }
}

/** How often a stage speaks where there is no terminal: at each quarter. */
const PARTS = 4;

class Lines extends Stages {
  #said = 0;

  protected begun(): void {
    this.#said = 0;
  }

  protected moved(): void {
    const part = Math.floor((this.value / Math.max(1, this.total)) * PARTS);
    if (part <= this.#said || this.value >= this.total) return;
    this.#said = part;
    const rate = this.value / Math.max(this.seconds, 0.001);
    const left = Math.ceil((this.total - this.value) / rate);
    this.say(`${this.stage}: ${this.value}/${this.total}, ${Math.round(rate)}/s, ${left} s left`);
  }

  protected ended(): void {
    this.say(`${this.stage}: ${this.value}${this.total ? `/${this.total}` : ''} done`);
  }
}
