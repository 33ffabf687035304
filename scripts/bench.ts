import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bench } from '../src/bench/bench.ts';
import { writeSection } from '../src/bench/section.ts';
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
    const dir = values.dir ? path.resolve(values.dir) : mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-'));
    let last = '';
    try {
      await bench({
        sizes: values.sizes.split(',').map((size) => wholeNumber('sizes', size, 10)),
        dir,
        hexoDir: values.hexo ? path.resolve(values.hexo) : null,
        say: (line) => process.stderr.write(`${line}\n`),
        keep(report) {
          last = report;
          if (values.write) writeSection('bench', report);
        },
      });
    } finally {
      if (!values.dir) rmSync(dir, { recursive: true, force: true });
    }
    process.stdout.write(`${last}\n`);
    return 0;
  },
);
