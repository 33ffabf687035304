import path from 'node:path';
import { findHost } from '../src/deploy/find-host.ts';
import { precompress } from '../src/deploy/precompress.ts';
import { writeDeployFiles } from '../src/deploy/write-files.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings } from '../src/settings.ts';
import { readArguments } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run deploy-files -- HOST [--content DIR] [--out DIR] [--force] [--precompress]';

// npm run deploy-files -- HOST: writes what the host or server is told things by.
await run(async () => {
  const options = {
    content: { type: 'string', default: 'content' },
    out: { type: 'string', default: 'dist' },
    force: { type: 'boolean', default: false },
    precompress: { type: 'boolean', default: false },
  } as const;
  const { values, names } = readArguments(options, { least: 1, most: 1 }, USAGE);
  const host = findHost(names[0] ?? '');
  const settings = await readSettings(path.resolve(values.content));
  const site = path.resolve(values.out);
  const written = await writeDeployFiles(
    host.files(settings),
    { project: process.cwd(), site },
    values.force,
  );
  for (const file of written) process.stdout.write(`${file}\n`);
  if (!values.precompress) return 0;
  const progress = createProgress();
  progress.start('compress', 0);
  await precompress(site, (done) => progress.tick(done));
  progress.done();
  return 0;
});
