import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { listFiles } from '../files/list-files.ts';
import { ProcessTree } from './process-tree.ts';

/** Milliseconds between two looks at the memory. */
const SAMPLE = 50;
/** Characters of a command's last words that an error repeats. */
const LAST_WORDS = 2_000;

/** A command, as `spawn` wants it. */
export interface Command {
  program: string;
  args: readonly string[];
  cwd: string;
}

/** Costs of running a command. */
export interface Cost {
  seconds: number;
  /** Bytes: highest sum over the whole process tree; null where this system does not tell. */
  peak: number | null;
  /** Everything the command printed. */
  output: string;
}

/** Number and length of a directory's files. */
export interface Size {
  files: number;
  bytes: number;
}

/**
 * Runs a command to its end, looking at its memory twenty times a second.
 * @throws {UserError} with the command's last words where it fails or cannot be started
 */
export async function measure({ program, args, cwd }: Command): Promise<Cost> {
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const tree = child.pid === undefined ? null : new ProcessTree(child.pid);
  let peak: number | null = null;
  const timer = setInterval(() => {
    const memory = tree?.memory() ?? null;
    if (memory !== null) peak = Math.max(peak ?? 0, memory);
  }, SAMPLE);
  const line = [path.basename(program), ...args].join(' ');
  try {
    const ending = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(signal ?? String(code)));
    });
    if (ending !== '0') throw new UserError(`${line}: ended with ${ending}\n${output.slice(-LAST_WORDS)}`);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${line}: cannot be run (${(cause as Error).message})`, { cause });
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - started) / 1000, peak, output };
}

/** Counts the files of a directory. */
export function sizeOf(dir: string): Size {
  const files = listFiles(dir);
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(path.join(dir, file)).size, 0),
  };
}
