import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare } from '../src/build/prepare.ts';
import { createProgress } from '../src/build/progress.ts';
import { countByRule, problemLine } from '../src/build/report.ts';
import { grouped } from '../src/pages/format.ts';
import { readFlags, run } from './cli.ts';

// npm run check -- --content DIR [--strict]: reports every problem and every kind of repair, builds nothing.
await run(async () => {
  const { contentDir, strict } = readFlags();
  const packDir = await mkdtemp(path.join(tmpdir(), 'jiuwen-check-'));
  try {
    const { archive, problems, repairs, facts } = await prepare(contentDir, packDir, createProgress());
    for (const problem of problems) process.stdout.write(`${problemLine(problem)}\n`);
    for (const { file, repairs: list } of repairs)
      for (const { rule, line, before, after } of list)
        process.stdout.write(`${file}:${line} repair ${rule}: ${before || '""'} → ${after || '""'}\n`);
    const totals = [...countByRule(problems), ...facts.repairs].map(
      ({ rule, count }) => `${rule} ${grouped(count)}`,
    );
    process.stdout.write(
      `${grouped(archive.entries.length)} articles; ${totals.join(', ') || 'nothing to report'}\n`,
    );
    return strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
  } finally {
    await rm(packDir, { recursive: true, force: true });
  }
});
