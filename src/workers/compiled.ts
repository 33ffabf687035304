import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

declare global {
  /** Folder of the compiled program, put in by `scripts/run.js`; undefined where it runs from its sources. */
  var jiuwenCompiled: string | undefined;
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** How a worker process is started. */
export interface WorkerModule {
  href: string;
  /** Node's own flags. */
  execArgv: string[];
}

/**
 * Where a module stands that worker processes are started with, and what they need for it.
 * @param source address of its TypeScript file
 */
export function workerModule(source: URL): WorkerModule {
  const compiled = globalThis.jiuwenCompiled;
  // The loader is named by its place, so that the folder a build is started in does not matter.
  if (!compiled) return { href: source.href, execArgv: ['--import', import.meta.resolve('tsx')] };
  const file = path.relative(PROJECT, fileURLToPath(source)).replace(/\.ts$/, '.js');
  return { href: pathToFileURL(path.join(compiled, file)).href, execArgv: [] };
}
