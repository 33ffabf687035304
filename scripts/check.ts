import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PackReader } from '../src/cache/article-pack.ts';
import { ArticleCache } from '../src/cache/articles.ts';
import { Cache } from '../src/cache/cache.ts';
import { scan } from '../src/files/scan.ts';
import { grouped } from '../src/locales/grouped.ts';
import { locales } from '../src/locales/index.ts';
import { repairsOf } from '../src/pipeline/facts.ts';
import { folderKind } from '../src/pipeline/folder-kind.ts';
import { groupedLines } from '../src/pipeline/problem-groups.ts';
import { countByRule, sumByRule } from '../src/pipeline/problems.ts';
import { readArchive, readKey } from '../src/pipeline/read-archive.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings } from '../src/settings.ts';
import { say } from '../src/terminal.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';
import { FOLDERS } from './arguments.ts';
import { exitCode, STRICT } from './build-command.ts';
import { command } from './command.ts';

// npm run check: reports every problem and every repair, builds nothing.
await command(
  {
    command: 'npm run check --',
    flags: { content: FOLDERS.content, ...STRICT },
  },
  async ({ values }) => {
    const contentDir = path.resolve(values.content);
    const settings = await readSettings(contentDir);
    const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-check-'));
    try {
      const found = scan(contentDir, settings.ignore);
      const { archive, problems, repairs } = await readArchive({
        contentDir,
        ...found,
        settings,
        cache: new ArticleCache(new Cache(path.join(workDir, 'articles')), readKey(settings)),
        mediaCache: new Cache(path.join(workDir, 'media')),
        studyCache: null,
        progress: createProgress(),
        memory: new MemoryMeter(),
        workers: workerCount(null),
      });
      const words = locales[settings.language].check;
      const kind = folderKind(found, archive.entries, problems);
      say(
        words.folder(kind.generator, kind.articles, kind.withPictures),
        words.lacking(kind.undated, kind.drafts, kind.missingPictures, kind.missingLinks),
        '',
      );
      for (const line of groupedLines(problems, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY))
        say(line);
      using articles = new PackReader();
      for (const file of repairs)
        for (const { rule, line, before, after } of repairsOf(articles, file))
          say(`${file.file}:${line} repair ${rule}: ${before || '""'} → ${after || '""'}`);
      const totals = [
        ...countByRule(problems),
        ...sumByRule(repairs.flatMap((file) => Object.entries(file.counts))),
      ].map(({ rule, count }) => `${rule} ${grouped(count)}`);
      say(`${grouped(archive.entries.length)} articles; ${totals.join(', ') || 'nothing to report'}`);
      return exitCode(values.strict, problems);
    } finally {
      rmSync(workDir, { recursive: true, force: true });
    }
  },
);
