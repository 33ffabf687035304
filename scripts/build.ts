import { build } from '../src/build/build.ts';
import { createProgress } from '../src/build/progress.ts';
import { summaryLines } from '../src/build/summary.ts';
import { peakMemory, readFlags, run } from './cli.ts';

// npm run build -- --content DIR --out DIR [--strict]
await run(async () => {
  const { contentDir, outDir, strict } = readFlags();
  const started = performance.now();
  const summary = await build({ contentDir, outDir, progress: createProgress() });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${summaryLines(summary, seconds, peakMemory()).join('\n')}\n`);
  return strict && summary.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
});
