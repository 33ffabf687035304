import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchSearch } from '../src/bench/search-run.ts';
import { searchReport } from '../src/bench/search-table.ts';
import { writeSection } from '../src/bench/section.ts';
import { setting } from '../src/bench/statistics.ts';
import { FOLDERS, wholeNumber } from './arguments.ts';
import { command } from './command.ts';

// npm run bench:search: the gram index beside stock Pagefind, over the same articles in the same run.
await command(
  {
    command: 'npm run bench:search --',
    flags: {
      content: FOLDERS.content,
      strings: { type: 'string', default: '40', value: 'N', help: 'strings of each kind' },
      asked: { type: 'string', default: '100', value: 'N', help: 'most strings that are asked in a browser' },
      write: { type: 'boolean', default: false, help: 'put the figures in docs/benchmarks.md' },
    },
  },
  async ({ values }) => {
    const strings = wholeNumber('strings', values.strings, 1);
    const asked = wholeNumber('asked', values.asked, 1);
    const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-search-'));
    const say = (line: string) => process.stderr.write(`${line}\n`);
    try {
      const machine = setting(`npm run bench:search -- --content DIR --strings ${strings}`);
      const report = searchReport(
        machine,
        await benchSearch(path.resolve(values.content), work, strings, asked, say),
      );
      process.stdout.write(`${report}\n`);
      if (values.write) writeSection('bench:search', report);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return 0;
  },
);
