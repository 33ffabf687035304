import { rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { benchSize, type SizeResult } from './run.ts';
import { benchReport } from './table.ts';

/** The archives to make, and where. */
interface BenchOptions {
  /** Numbers of articles. */
  sizes: readonly number[];
  dir: string;
  /** Folder in which Hexo is installed. */
  hexoDir: string | null;
  /** Hears what happens next. */
  say(line: string): void;
  /** Gets the report after each size: it is worth keeping, whatever happens to the next one. */
  keep(report: string): void;
}

/** Makes archives of made-up articles and builds them with this project and its peers. */
export async function bench({ sizes, dir, hexoDir, say, keep }: BenchOptions): Promise<void> {
  const setting = {
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    command: `npm run bench -- --sizes ${sizes.join(',')}${hexoDir ? ' --hexo DIR' : ''}`,
  };
  const results: SizeResult[] = [];
  for (const articles of sizes) {
    const own = path.join(dir, `bench-${articles}`);
    results.push(await benchSize({ articles, dir: own, hexoDir, say }));
    rmSync(own, { recursive: true, force: true });
    keep(benchReport(setting, results));
  }
}
