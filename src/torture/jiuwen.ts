import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ProcessTree } from '../bench/process-tree.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.js', import.meta.url));
/** Milliseconds between two looks at the memory. */
const SAMPLE = 100;
/** A stack trace, or the words that stand before one. */
const TRACE = /This should not have happened|\n {4}at \S/;
/** Control characters that a terminal would obey; line ends and tabs are fine. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

/** Bounds of a command, and the way it is started. */
export interface Bounds {
  seconds: number;
  bytes: number;
  /** Arguments of Node before the program. */
  node?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the command and all it started are killed, as by a power cut. */
  killAfter?: number;
  /** Largest file the command may write, in KiB. */
  fileLimit?: number;
}

/** How a command ended. */
export interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Everything it printed. */
  output: string;
  seconds: number;
  memory: number | null;
  /** The bound it went over. */
  over: string | null;
}

/** Enough for a small archive on a machine that has other work too. */
export const BUILD_BOUNDS: Bounds = { seconds: 120, bytes: 2e9 };

/** Runs a compiled command to its end, or to the first bound it goes over; nothing it started is left running. */
export async function jiuwen(cwd: string, line: readonly string[], bounds = BUILD_BOUNDS): Promise<Run> {
  const started = performance.now();
  const { child, output } = start(cwd, line, bounds);
  const tree = new ProcessTree(child.pid ?? 0);
  let memory: number | null = null;
  let over: string | null = null;
  const timer = setInterval(() => {
    const now = tree.memory();
    if (now !== null) memory = Math.max(memory ?? 0, now);
    if (performance.now() - started > bounds.seconds * 1000) over = `${bounds.seconds} s`;
    if ((now ?? 0) > bounds.bytes) over = `${Math.round(bounds.bytes / 1e6)} MB`;
    if (over) killAll(child);
  }, SAMPLE);
  const kill = bounds.killAfter === undefined ? null : setTimeout(() => killAll(child), bounds.killAfter);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (...end) => resolve(end));
    });
    return { code, signal, output: output(), seconds: (performance.now() - started) / 1000, memory, over };
  } finally {
    clearInterval(timer);
    if (kill) clearTimeout(kill);
    killAll(child);
  }
}

/** Starts a compiled command in a process group of its own. */
export function start(
  cwd: string,
  line: readonly string[],
  { node = [], env = {}, fileLimit }: Partial<Bounds> = {},
): { child: ChildProcess; output(): string } {
  const command = [process.execPath, ...node, RUN, ...line];
  const limited =
    fileLimit === undefined
      ? command
      : ['bash', '-c', `ulimit -f ${fileLimit} && exec "$@"`, 'bash', ...command];
  const [program = '', ...args] = limited;
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return { child, output: () => output };
}

/** Ends a command and everything it started. */
export function killAll({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/** Faults in how a command ended: it may do its work, or refuse it with a sentence. */
export function faultsOf({ code, signal, output, over }: Run): string[] {
  if (over) return [`took more than ${over}`];
  if (signal) return [`ended by ${signal}`];
  const trace = TRACE.exec(output);
  if (trace)
    return [`a stack trace: ${output.slice(trace.index).trim().split('\n', 3).join(' ').slice(0, 300)}`];
  if (/(?:^|\n)\s*$/.test(output) && code !== 0 && !output.trim())
    return [`ended with ${code} without a word`];
  const control = CONTROL.exec(output);
  return control ? [`printed the control character ${JSON.stringify(control[0])}`] : [];
}

/** Faults of a command that has to succeed. */
export function failuresOf(run: Run): string[] {
  const faults = faultsOf(run);
  return faults.length || run.code === 0 ? faults : [`refused: ${lastLine(run)}`];
}

/** The last line a command printed. */
export const lastLine = ({ output }: Run): string => output.trim().split('\n').at(-1) ?? '';
