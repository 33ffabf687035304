import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyArchive, writeArchive } from '../src/bench/archive.ts';
import { type ArchiveResult, type BenchTask, benchArchive } from '../src/bench/run.ts';
import { writeSection } from '../src/bench/section.ts';
import { setting } from '../src/bench/statistics.ts';
import { benchReport } from '../src/bench/table.ts';
import { grouped } from '../src/locales/grouped.ts';
import { wholeNumber } from './arguments.ts';
import { command } from './command.ts';

// npm run bench: builds archives of made-up articles, and a real folder, with this project and its peers.
await command(
  {
    command: 'npm run bench --',
    flags: {
      sizes: { type: 'string', default: '1000,10000', value: 'N,…', help: 'numbers of articles' },
      content: { type: 'string', value: 'DIR', help: 'folder of real articles to measure with too' },
      rounds: {
        type: 'string',
        default: '3',
        value: 'N',
        help: 'how often each is built; medians are shown',
      },
      dir: { type: 'string', value: 'DIR', help: 'folder to work in; without it a temporary one' },
      hexo: { type: 'string', value: 'DIR', help: 'folder in which Hexo is installed' },
      write: { type: 'boolean', default: false, help: 'put the figures in docs/benchmarks.md' },
    },
  },
  async ({ values }) => {
    const sizes = values.sizes.split(',').map((size) => wholeNumber('sizes', size, 10));
    const hexoDir = values.hexo ? path.resolve(values.hexo) : null;
    const rounds = wholeNumber('rounds', values.rounds, 1);
    const content = values.content ? path.resolve(values.content) : null;
    const flags = `--sizes ${sizes.join(',')}${content ? ' --content DIR' : ''}${hexoDir ? ' --hexo DIR' : ''} --rounds ${rounds}`;
    const machine = setting(`npm run bench -- ${flags}`);
    const dir = values.dir ? path.resolve(values.dir) : mkdtempSync(path.join(tmpdir(), 'jiuwen-bench-'));
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const results: ArchiveResult[] = [];
    const archives: Pick<BenchTask, 'name' | 'write'>[] = sizes.map((articles) => ({
      name: `${grouped(articles)} articles`,
      write: (own) => writeArchive(own, articles),
    }));
    if (content)
      archives.push({ name: 'A folder of real articles', write: (own) => copyArchive(content, own) });
    try {
      for (const archive of archives) {
        const own = path.join(dir, 'bench');
        results.push(await benchArchive({ ...archive, dir: own, hexoDir, rounds, say }));
        rmSync(own, { recursive: true, force: true });
        // After each: the report is worth keeping, whatever happens to the next one.
        if (values.write) writeSection('bench', benchReport(machine, results));
      }
    } finally {
      if (!values.dir) rmSync(dir, { recursive: true, force: true });
    }
    process.stdout.write(`${benchReport(machine, results)}\n`);
    return 0;
  },
);
