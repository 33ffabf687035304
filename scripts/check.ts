import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArticleCache } from '../src/cache/articles.ts';
import { grouped } from '../src/locales/grouped.ts';
import { prepare, readOptions } from '../src/pipeline/prepare.ts';
import { createProgress } from '../src/pipeline/progress.ts';
import { countByRule, problemLine } from '../src/pipeline/report.ts';
import { scan } from '../src/pipeline/scan.ts';
import { readSettings } from '../src/settings.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';
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
