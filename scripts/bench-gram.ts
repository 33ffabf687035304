import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchGram } from '../src/bench/gram-run.ts';
import { wholeNumber } from './arguments.ts';
import { command } from './command.ts';

// Measures the gram index over a content directory.
await command(
  {
    command: 'npx tsx scripts/bench-gram.ts',
    names: { usage: 'CONTENT', least: 1, most: 1 },
    flags: { strings: { type: 'string', default: '60', value: 'N', help: 'strings of each kind' } },
  },
  async ({ values, names: [content = ''] }) => {
    const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-gram-'));
    try {
      const perKind = wholeNumber('strings', values.strings, 1);
      process.stdout.write(`${await benchGram(path.resolve(content), work, perKind)}\n`);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return 0;
  },
);
