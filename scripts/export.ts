import { stat } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '../src/locales/index.ts';
import { makePackage } from '../src/packages/make.ts';
import { megabytes } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings } from '../src/settings.ts';
import { readArguments } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run export -- zip|epub|zim|sqlite|bulk [--content DIR] [--out DIR of the site] [--to DIR]';

// npm run export -- KIND: makes a package of the built site.
await run(async () => {
  const options = {
    content: { type: 'string', default: 'content' },
    out: { type: 'string', default: 'dist' },
    to: { type: 'string', default: 'packages' },
  } as const;
  const { values, names } = readArguments(options, { least: 1, most: 1 }, USAGE);
  const made = await makePackage({
    kind: names[0] ?? '',
    siteDir: path.resolve(values.out),
    outDir: path.resolve(values.to),
    settings: await readSettings(path.resolve(values.content)),
    strings: locales['zh-Hans'],
    progress: createProgress(),
  });
  for (const file of made) {
    const entry = await stat(file);
    process.stdout.write(`${file}${entry.isFile() ? ` ${megabytes(entry.size)}` : ''}\n`);
  }
  return 0;
});
