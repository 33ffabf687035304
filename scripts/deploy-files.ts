import path from 'node:path';
import { findHost } from '../src/deploy/hosts/index.ts';
import { precompress } from '../src/deploy/precompress.ts';
import { readRedirects } from '../src/deploy/redirects.ts';
import { writeDeployFiles } from '../src/deploy/write-files.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings } from '../src/settings.ts';
import { say } from '../src/terminal.ts';
import { FOLDERS } from './arguments.ts';
import { command } from './command.ts';

// npm run deploy-files -- HOST: writes what the host or server is told things by.
await command(
  {
    command: 'npm run deploy-files --',
    names: { usage: 'HOST', least: 1, most: 1 },
    flags: {
      ...FOLDERS,
      force: { type: 'boolean', default: false, help: 'replace files that differ' },
      precompress: { type: 'boolean', default: false, help: 'write .br and .gz beside text files' },
    },
  },
  async ({ values, names: [name = ''] }) => {
    const site = path.resolve(values.out);
    const files = findHost(name).files(
      await readSettings(path.resolve(values.content)),
      await readRedirects(site),
    );
    const written = await writeDeployFiles(files, { project: process.cwd(), site }, values.force);
    for (const file of written) say(file);
    if (!values.precompress) return 0;
    const progress = createProgress();
    const stage = progress.start('compress', 0);
    await precompress(site, (done) => stage.tick(done));
    stage.done();
    return 0;
  },
);
