import path from 'node:path';
import { build } from '../src/pipeline/build.ts';
import type { BuildSummary } from '../src/pipeline/build-options.ts';
import type { Shards, Share } from '../src/pipeline/shard.ts';
import { profileLines, summaryLines } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { say } from '../src/terminal.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';
import { type Flags, FOLDERS, wholeNumber } from './arguments.ts';

/** Flags of the commands that build. */
export const BUILD_FLAGS = {
  ...FOLDERS,
  adopt: {
    type: 'boolean',
    default: false,
    help: 'take over an output that another machine made, or a clone',
  },
  'no-cache': { type: 'boolean', default: false, help: 'use and leave nothing for later builds' },
  profile: { type: 'boolean', default: false, help: 'tell where the time went' },
  'max-memory': { type: 'string', value: 'MB', help: 'start fewer workers, to stay below' },
} as const satisfies Flags;
/** Flag of the commands whose exit code tells of problems. */
export const STRICT = {
  strict: { type: 'boolean', default: false, help: 'exit with 1 where there are problems' },
} as const satisfies Flags;

/** Values of `BUILD_FLAGS`. */
interface BuildValues {
  content: string;
  out: string;
  adopt: boolean;
  'no-cache': boolean;
  profile: boolean;
  'max-memory'?: string | undefined;
}

/** Directories of a build, absolute. */
export const placesOf = (values: Pick<BuildValues, 'content' | 'out' | 'no-cache'>) => ({
  contentDir: path.resolve(values.content),
  outDir: path.resolve(values.out),
  cacheDir: values['no-cache'] ? null : path.resolve('.cache'),
});

/**
 * Builds, shows how far it has come, and prints the summary.
 * @param part of the pages to render, or where they are taken from instead of being rendered
 */
export async function buildAndTell(
  values: BuildValues,
  part: { share?: Share | undefined; shards?: Shards } = {},
): Promise<BuildSummary> {
  const started = performance.now();
  const memory = new MemoryMeter();
  const progress = createProgress();
  const most = values['max-memory'];
  const workers = workerCount(most === undefined ? null : wholeNumber('max-memory', most, 100) * 1e6);
  const summary = await build({
    ...placesOf(values),
    adopt: values.adopt,
    progress,
    memory,
    workers,
    ...part,
  });
  const seconds = (performance.now() - started) / 1000;
  const lines = [
    ...summaryLines(summary, seconds, memory.total()),
    ...(values.profile ? profileLines(progress.times) : []),
  ];
  say(...lines);
  return summary;
}

/** Exit code of a command that found problems: with `--strict`, 1 for any that asks for somebody's attention. */
export const exitCode = (strict: boolean, problems: BuildSummary['problems']): number =>
  strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
