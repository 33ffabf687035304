import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// npm test: lint, type check, then every *.test.ts in one run of node's test runner, whose summary closes the output.
// The files are named one by one: node 20 takes no glob, and a runner that is given none exits 0 without a test.
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);

const tests = ['src', 'scripts']
  .flatMap((dir) =>
    readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(dir, file),
    ),
  )
  .filter((file) => file.endsWith('.test.ts'))
  // Browser tests last: they build whole sites, and what is broken below them shows earlier.
  .sort((a, b) => Number(a.includes('e2e')) - Number(b.includes('e2e')) || (a < b ? -1 : 1));
if (tests.length === 0) throw new Error('no test files found below src/ and scripts/');

/** A file a core: left alone the runner leaves one idle, which is half of two. */
const WORKERS = `--test-concurrency=${availableParallelism()}`;

const steps: [string, string[]][] = [
  [bin('biome'), ['ci', '.']],
  [bin('tsc'), []],
  [process.execPath, ['--import', 'tsx', '--test', WORKERS, '--test-reporter', 'spec', ...tests]],
];
for (const [command, flags] of steps) {
  const { status, error } = spawnSync(command, flags, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}
