import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchGram } from '../src/bench/gram-run.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { run } from './cli.ts';

// Measures the gram index over a folder of articles.
await run(async () => {
  const usage = 'tsx scripts/bench-gram.ts CONTENT [--strings N]';
  const options = { strings: { type: 'string', default: '60' } } as const;
  const { values, names } = readArguments(options, { least: 1, most: 1 }, usage);
  const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-gram-'));
  try {
    const perKind = wholeNumber('strings', values.strings, 1);
    process.stdout.write(`${await benchGram(path.resolve(names[0] ?? ''), work, perKind)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return 0;
});
