import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchSearch } from '../src/bench/search-run.ts';
import { searchReport } from '../src/bench/search-table.ts';
import { replaceSection } from '../src/bench/section.ts';
import { UserError } from '../src/errors.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run bench:search -- --content DIR [--strings N] [--write]';
const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));

// npm run bench:search: the gram index beside stock Pagefind, over the same articles in the same run.
await run(async () => {
  const options = {
    content: { type: 'string' },
    strings: { type: 'string', default: '40' },
    write: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments(options, { least: 0, most: 0 }, USAGE);
  if (!values.content)
    throw new UserError(`Unexpected command without a folder of articles\nusage: ${USAGE}`);
  const perKind = wholeNumber('strings', values.strings, 1);
  const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-search-'));
  try {
    const content = path.resolve(values.content);
    const bench = await benchSearch(content, work, perKind, (line) => process.stderr.write(`${line}\n`));
    const command = `npm run bench:search -- --content DIR --strings ${perKind}`;
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
