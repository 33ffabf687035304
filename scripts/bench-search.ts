import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchSearch } from '../src/bench/search-run.ts';
import { searchReport } from '../src/bench/search-table.ts';
import { replaceSection } from '../src/bench/section.ts';
import { UserError } from '../src/errors.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run bench:search -- [--content DIR] [--strings N] [--write]';
const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
/** Articles of the LCTT collection, which the judged queries are about; they are not part of this project. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus/lctt-3000.tar.gz', import.meta.url));

/** The articles to measure with, unpacked where need be. */
function contentOf(given: string | undefined, work: string): string {
  if (given) return path.resolve(given);
  if (!existsSync(CORPUS))
    throw new UserError(
      `${CORPUS} is not there; name a folder of articles with --content DIR\nusage: ${USAGE}`,
    );
  const dir = path.join(work, 'content');
  mkdirSync(dir);
  const { status } = spawnSync('tar', ['-xzf', CORPUS, '-C', dir], { stdio: 'inherit' });
  if (status !== 0) throw new UserError(`${CORPUS} cannot be unpacked; name a folder with --content DIR`);
  return dir;
}

// npm run bench:search: the gram index beside stock Pagefind, over the same articles in the same run.
await run(async () => {
  const options = {
    content: { type: 'string' },
    strings: { type: 'string', default: '40' },
    write: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments(options, { least: 0, most: 0 }, USAGE);
  const perKind = wholeNumber('strings', values.strings, 1);
  const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-search-'));
  try {
    const content = contentOf(values.content, work);
    const bench = await benchSearch(content, work, perKind, (line) => process.stderr.write(`${line}\n`));
    const command = `npm run bench:search -- ${values.content ? '--content DIR ' : ''}--strings ${perKind}`;
    const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
    const report = searchReport(`\`${command}\` on ${machine}.`, bench);
    process.stdout.write(`${report}\n`);
    if (values.write)
      writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, 'utf8'), report, 'bench:search'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return 0;
});
