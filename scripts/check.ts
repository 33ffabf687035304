import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArticleCache } from '../src/cache/articles.ts';
import { grouped } from '../src/pages/format.ts';
import { prepare, readOptions } from '../src/pipeline/prepare.ts';
import { createProgress } from '../src/pipeline/progress.ts';
import { countByRule, problemLine } from '../src/pipeline/report.ts';
import { scan } from '../src/pipeline/scan.ts';
import { readSettings } from '../src/settings.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';
import { FOLDERS } from './arguments.ts';
import { command } from './command.ts';

// npm run check: reports every problem and every repair, builds nothing.
await command(
  {
    command: 'npm run check --',
    flags: {
      content: FOLDERS.content,
      strict: { type: 'boolean', default: false, help: 'exit with 1 where there are problems' },
    },
  },
  async ({ values }) => {
    const contentDir = path.resolve(values.content);
    const settings = await readSettings(contentDir);
    const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-check-'));
    try {
      const { archive, problems, repairs, repairTexts, facts } = await prepare({
        contentDir,
        files: scan(contentDir),
        settings,
        cache: new ArticleCache(workDir, readOptions(settings)),
        progress: createProgress(),
        memory: new MemoryMeter(),
        workers: workerCount(null),
      });
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
      return values.strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
    } finally {
      rmSync(workDir, { recursive: true, force: true });
    }
  },
);
