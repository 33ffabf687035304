import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArticleCache } from '../src/build/cache.ts';
import { workerCount } from '../src/build/pool.ts';
import { prepare, readOptions } from '../src/build/prepare.ts';
import { createProgress } from '../src/build/progress.ts';
import { countByRule, problemLine } from '../src/build/report.ts';
import { scan } from '../src/build/scan.ts';
import { MemoryMeter } from '../src/build/worker-memory.ts';
import { grouped } from '../src/pages/format.ts';
import { readSettings } from '../src/settings.ts';
import { readFlags, run } from './cli.ts';

// npm run check -- --content DIR [--strict]: reports every problem and every repair, builds nothing.
await run(async () => {
  const { contentDir, strict } = readFlags();
  const settings = await readSettings(contentDir);
  const files = scan(contentDir);
  const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-check-'));
  try {
    const cache = new ArticleCache(workDir, readOptions(settings));
    const preparation = {
      contentDir,
      files,
      settings,
      cache,
      progress: createProgress(),
      memory: new MemoryMeter(),
      workers: workerCount(null),
    };
    const { archive, problems, repairs, repairTexts, facts } = await prepare(preparation);
    for (const problem of problems) process.stdout.write(`${problemLine(problem)}\n`);
    for (const { file, text } of repairs)
      for (const { rule, line, before, after } of repairTexts.repairs(text))
        process.stdout.write(`${file}:${line} repair ${rule}: ${before || '""'} → ${after || '""'}\n`);
    const totals = [...countByRule(problems), ...facts.repairs].map(
      ({ rule, count }) => `${rule} ${grouped(count)}`,
    );
    process.stdout.write(
      `${grouped(archive.entries.length)} articles; ${totals.join(', ') || 'nothing to report'}\n`,
    );
    return strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
});
