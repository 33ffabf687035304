import { PackReader } from '../src/cache/article-pack.ts';
import { grouped } from '../src/locales/grouped.ts';
import { locales } from '../src/locales/index.ts';
import { repairsOf } from '../src/pipeline/facts.ts';
import { folderKind } from '../src/pipeline/folder-kind.ts';
import { groupedLines } from '../src/pipeline/problem-groups.ts';
import { countByRule, sumByRule } from '../src/pipeline/problems.ts';
import { say } from '../src/terminal.ts';
import { FOLDERS } from './arguments.ts';
import { exitCode, STRICT } from './build-command.ts';
import { command } from './command.ts';
import { withContent } from './read-content.ts';

// npm run check: reports every problem and every repair, builds nothing.
await command(
  {
    command: 'npm run check --',
    flags: { content: FOLDERS.content, ...STRICT },
  },
  ({ values }) =>
    withContent(values.content, ({ settings, found, reading: { archive, problems, repairs } }) => {
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
    }),
);
