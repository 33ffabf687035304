import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../bench/random.ts';
import { head, row } from '../bench/statistics.ts';
import { megabytes } from '../pipeline/summary.ts';
import { KINDS } from './index.ts';
import type { Kind, Round, Try } from './kind.ts';

/** First failures of a kind that are told. */
const TOLD = 8;

/** One try that failed. */
export interface Failure {
  seed: number;
  /** The kept input. */
  input: string;
  faults: readonly string[];
}

/** Everything tried of one kind. */
export interface Result {
  name: string;
  tries: number;
  survived: number;
  /** Of the try that took longest. */
  seconds: number;
  /** Of the try that took most; null where nobody looked. */
  memory: number | null;
  failures: Failure[];
  skipped: Set<string>;
}

/** Course of a run, and what its rounds begin from. */
export interface Options {
  /** Milliseconds, as `performance.now()` counts, after which no try begins; one of each kind is made in any case. */
  until: number;
  /** The most rounds. */
  rounds: number;
  /** Seed of the first round; each further one has the next number. */
  seed: number;
  /** Where inputs are written; those that failed stay there. */
  dir: string;
  size: Round['size'];
  contentDir: string;
  say(line: string): void;
}

/** Tries kinds of hostile input in rounds until the time is up. */
export async function torture(options: Options, kinds: readonly Kind[] = KINDS): Promise<Result[]> {
  const results = kinds.map((kind) => ({
    kind,
    result: {
      name: kind.name,
      tries: 0,
      survived: 0,
      seconds: 0,
      memory: null,
      failures: [],
      skipped: new Set<string>(),
    },
  }));
  const isTime = (seed: number) => seed === options.seed || performance.now() < options.until;
  for (let seed = options.seed; seed < options.seed + options.rounds && isTime(seed); seed++) {
    options.say(`round with seed ${seed}`);
    for (const { kind, result } of results)
      if (seed === options.seed || performance.now() < options.until)
        await round(kind, seed, options, result);
  }
  return results.map(({ result }) => result);
}

async function round(kind: Kind, seed: number, options: Options, result: Result): Promise<void> {
  const dir = path.join(options.dir, `${kind.name.replaceAll(' ', '-')}-${seed}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const { size, contentDir } = options;
  const skip = (reason: string) => void result.skipped.add(reason);
  let isKept = false;
  for await (const one of kind.tries({ random: new Random(seed), dir, size, contentDir, skip })) {
    count(result, one);
    if (one.faults.length) {
      isKept = true;
      result.failures.push({ seed, input: one.input, faults: one.faults });
      options.say(`${kind.name}, seed ${seed}, ${one.input}: ${one.faults[0]}`);
    }
    if (performance.now() > options.until) break;
  }
  if (!isKept) rmSync(dir, { recursive: true, force: true });
}

function count(result: Result, { seconds, memory, faults }: Try): void {
  result.tries++;
  if (faults.length === 0) result.survived++;
  result.seconds = Math.max(result.seconds, seconds);
  if (memory !== null) result.memory = Math.max(result.memory ?? 0, memory);
}

/** The report in Markdown: a table of the kinds, then what was left out and the first failures. */
export function report(results: readonly Result[]): string {
  const rows = results.map(({ name, tries, survived, seconds, memory }) =>
    row([
      name,
      String(tries),
      String(survived),
      `${seconds.toFixed(1)} s`,
      memory === null ? '' : megabytes(memory),
    ]),
  );
  const skipped = results.flatMap(({ name, skipped }) => [...skipped].map((reason) => `${name}: ${reason}`));
  const failures = results.flatMap(({ name, failures }) =>
    failures
      .slice(0, TOLD)
      .map(({ seed, input, faults }) =>
        [`${name}, seed ${seed}: ${input}`, ...faults.slice(0, TOLD).map((fault) => `  ${fault}`)].join('\n'),
      ),
  );
  return [
    head(['kind', 'tries', 'survived', 'worst time', 'worst memory']),
    ...rows,
    ...(skipped.length ? ['', 'Left out:', ...skipped] : []),
    ...(failures.length ? ['', 'First failures:', ...failures] : []),
  ].join('\n');
}
