import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchSize, type SizeResult } from '../src/bench/run.ts';
import { writeSection } from '../src/bench/section.ts';
import { setting } from '../src/bench/statistics.ts';
import { benchReport } from '../src/bench/table.ts';
import { wholeNumber } from './arguments.ts';
import { command } from './command.ts';

// npm run bench: makes archives of made-up articles and builds them with this project and its peers.
await command(
  {
    command: 'npm run bench --',
    flags: {
      sizes: { type: 'string', default: '1000,10000', value: 'N,…', help: 'numbers of articles' },
      dir: { type: 'string', value: 'DIR', help: 'folder to work in; without it a temporary one' },
      hexo: { type: 'string', value: 'DIR', help: 'folder in which Hexo is installed' },
      write: { type: 'boolean', default: false, help: 'put the figures in docs/benchmarks.md' },
    },
  },
  async ({ values }) => {
    const sizes = values.sizes.split(',').map((size) => wholeNumber('sizes', size, 10));
    const hexoDir = values.hexo ? path.resolve(values.hexo) : null;
    const machine = setting(`npm run bench -- --sizes ${sizes.join(',')}${hexoDir ? ' --hexo DIR' : ''}`);
    const dir = values.dir ? path.resolve(values.dir) : mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-'));
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const results: SizeResult[] = [];
    try {
      for (const articles of sizes) {
        const own = path.join(dir, `bench-${articles}`);
        results.push(await benchSize(articles, own, hexoDir, say));
        rmSync(own, { recursive: true, force: true });
        // After each size: the report is worth keeping, whatever happens to the next one.
        if (values.write) writeSection('bench', benchReport(machine, results));
      }
    } finally {
      if (!values.dir) rmSync(dir, { recursive: true, force: true });
    }
    process.stdout.write(`${benchReport(machine, results)}\n`);
    return 0;
  },
);
