import { stat } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '../src/locales/index.ts';
import { makePackage } from '../src/packages/make.ts';
import { megabytes } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings } from '../src/settings.ts';
import { say } from '../src/terminal.ts';
import { FOLDERS } from './arguments.ts';
import { command } from './command.ts';

// npm run export -- KIND: makes a package of the built site.
await command(
  {
    command: 'npm run export --',
    names: { usage: 'zip|epub|zim|sqlite|bulk', least: 1, most: 1 },
    flags: {
      ...FOLDERS,
      to: { type: 'string', default: 'packages', value: 'DIR', help: 'folder of the package' },
    },
  },
  async ({ values, names: [kind = ''] }) => {
    const settings = await readSettings(path.resolve(values.content));
    const made = await makePackage({
      kind,
      siteDir: path.resolve(values.out),
      outDir: path.resolve(values.to),
      settings,
      strings: locales[settings.language],
      progress: createProgress(),
    });
    for (const file of made) {
      const entry = await stat(file);
      say(`${file}${entry.isFile() ? ` ${megabytes(entry.size)}` : ''}`);
    }
    return 0;
  },
);
