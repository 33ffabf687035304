import { build } from '../src/build/build.ts';
import { createProgress } from '../src/build/progress.ts';
import { summaryLines } from '../src/build/summary.ts';
import { serve } from '../src/site/serve.ts';
import { peakMemory, readFlags, run } from './cli.ts';

// npm start: builds content/ and serves it.
await run(async () => {
  const { contentDir, outDir, port } = readFlags();
  const started = performance.now();
  const summary = await build({ contentDir, outDir, progress: createProgress() });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${summaryLines(summary, seconds, peakMemory()).join('\n')}\n`);
  const { url } = await serve(outDir, port, false);
  process.stdout.write(`\n${url} — Ctrl-C ends\n`);
  return 0;
});
