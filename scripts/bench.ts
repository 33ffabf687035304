import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchSize, type SizeResult } from '../src/bench/run.ts';
import { replaceSection } from '../src/bench/section.ts';
import { benchReport } from '../src/bench/table.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run bench -- [--sizes 1000,10000] [--dir DIR] [--hexo DIR] [--write]';
const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));

// npm run bench: makes archives of made-up articles and builds them with this project and its peers.
await run(async () => {
  const options = {
    sizes: { type: 'string', default: '1000,10000' },
    dir: { type: 'string' },
    hexo: { type: 'string' },
    write: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments(options, { least: 0, most: 0 }, USAGE);
  const sizes = values.sizes.split(',').map((size) => wholeNumber('sizes', size, 10));
  const dir = values.dir ? path.resolve(values.dir) : mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-'));
  const results: SizeResult[] = [];
  const report = (): string =>
    benchReport(
      {
        cores: availableParallelism(),
        memory: totalmem(),
        node: process.versions.node,
        platform: `${process.platform} ${process.arch}`,
        command: `npm run bench -- --sizes ${sizes.join(',')}${values.hexo ? ' --hexo DIR' : ''}`,
      },
      results,
    );
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  try {
    for (const articles of sizes) {
      const own = path.join(dir, `bench-${articles}`);
      results.push(
        await benchSize({ articles, dir: own, hexoDir: values.hexo ? path.resolve(values.hexo) : null, say }),
      );
      rmSync(own, { recursive: true, force: true });
      // What was measured is worth keeping, whatever happens to the next size.
      if (values.write) writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, 'utf8'), report()));
    }
  } finally {
    if (!values.dir) rmSync(dir, { recursive: true, force: true });
  }
  process.stdout.write(`${report()}\n`);
  return 0;
});
