import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import { type BuildSummary, build } from '../src/pipeline/build.ts';
import { parseShare, type Shards, type Share } from '../src/pipeline/shard.ts';
import { profileLines, summaryLines } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';

/** Flags that several commands share. */
export interface Flags {
  contentDir: string;
  outDir: string;
  strict: boolean;
  profile: boolean;
  /** Bytes all processes together should stay below; null without `--max-memory`. */
  maxMemory: number | null;
  port: number;
  /** With `--shard i/n`. */
  share: Share | undefined;
  /** What stands beside the flags. */
  names: string[];
  /** Null with `--no-cache`. */
  cacheDir: string | null;
}

const USAGE =
  'flags: --content DIR (default content), --out DIR (default dist), --strict, --no-cache, --profile, --max-memory MB, --shard i/n, --port N (default 8080)';

/**
 * Reads the command line.
 * @param takesNames whether more than flags may stand there
 * @throws {UserError} with the flags there are, where it holds another
 */
export function readFlags(takesNames = false): Flags {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: takesNames,
      options: {
        content: { type: 'string', default: 'content' },
        out: { type: 'string', default: 'dist' },
        strict: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        'max-memory': { type: 'string' },
        'no-cache': { type: 'boolean', default: false },
        shard: { type: 'string' },
        port: { type: 'string', default: '8080' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`Unexpected port ${values.port}`);
    return {
      contentDir: path.resolve(values.content),
      outDir: path.resolve(values.out),
      strict: values.strict,
      profile: values.profile,
      maxMemory: megabytesOf(values['max-memory']),
      cacheDir: values['no-cache'] ? null : path.resolve('.cache'),
      share: values.shard === undefined ? undefined : parseShare(values.shard),
      names: positionals,
      port,
    };
  } catch (cause) {
    throw new UserError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

/** Runs a command: the one place where errors are caught. A person's mistake is a sentence, a fault of ours a stack trace. */
export async function run(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UserError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${fault(error)}\n`);
  }
}

/** What the file system says where the disk, or somebody's share of it, is full; errors of worker processes keep their words only. */
const FULL = /\b(?:ENOSPC|EDQUOT)\b.*/;

function fault(error: unknown): string {
  const full = FULL.exec(messages(error));
  if (full)
    return `The disk is full (${full[0]}): make room and start again. What was published before is as it was, and what was being made is removed.`;
  const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (memory)
    return `Out of memory with ${availableParallelism()} workers: give Node more with NODE_OPTIONS=--max-old-space-size=4096, or close other programs.`;
  return `This should not have happened; please report it:\n${error instanceof Error ? error.stack : String(error)}`;
}

/** What an error and the errors behind it say. */
const messages = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${messages(error.cause)}` : String(error);

/** Megabytes as bytes. */
function megabytesOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const megabytes = Number(written);
  if (!(megabytes >= 100))
    throw new Error(`Unexpected --max-memory ${written}, expected megabytes, 100 at least`);
  return megabytes * 1e6;
}

/**
 * Builds, shows how far it has come, and prints the summary.
 * @param shards where the pages are taken from instead of being rendered
 */
export async function buildAndTell(
  { contentDir, outDir, cacheDir, profile, maxMemory, share }: Flags,
  shards?: Shards,
): Promise<BuildSummary> {
  const started = performance.now();
  const memory = new MemoryMeter();
  const progress = createProgress();
  const workers = workerCount(maxMemory);
  const summary = await build({ contentDir, outDir, cacheDir, progress, memory, workers, share, shards });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${summaryLines(summary, seconds, memory.total()).join('\n')}\n`);
  if (profile) process.stdout.write(`${profileLines(progress.times).join('\n')}\n`);
  return summary;
}
