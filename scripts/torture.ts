import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../src/errors.ts';
import { KINDS } from '../src/torture/index.ts';
import { report, torture } from '../src/torture/run.ts';
import { FOLDERS, wholeNumber } from './arguments.ts';
import { command } from './command.ts';

// npm run torture: tries hostile inputs until the time is up.
await command(
  {
    command: 'npm run torture --',
    flags: {
      minutes: {
        type: 'string',
        default: '10',
        value: 'N',
        help: 'how long; each kind is tried once in any case',
      },
      seed: { type: 'string', value: 'N', help: 'seed of the first round; without it, one by the clock' },
      kinds: { type: 'string', value: 'NAME,…', help: 'only these kinds' },
      content: { ...FOLDERS.content, help: 'folder with articles to damage' },
    },
  },
  async ({ values }) => {
    const started = performance.now();
    const minutes = Number(values.minutes);
    if (!(minutes > 0))
      throw new UserError(`Unexpected --minutes ${values.minutes}, expected a number above 0`);
    const wanted = values.kinds?.split(',');
    const stranger = wanted?.find((name) => !KINDS.some((kind) => kind.name === name));
    if (stranger !== undefined)
      throw new UserError(
        `Unexpected kind «${stranger}», expected some of ${KINDS.map(({ name }) => name).join(', ')}`,
      );
    const results = await torture(
      {
        until: started + minutes * 60_000,
        rounds: Number.POSITIVE_INFINITY,
        seed: values.seed === undefined ? Math.floor(Date.now() / 1000) : wholeNumber('seed', values.seed, 0),
        dir: mkdtempSync(path.join(tmpdir(), 'jiuwen-torture-')),
        // A minute has room for a round of large ones.
        size: minutes < 1 ? 'small' : 'large',
        contentDir: path.resolve(values.content),
        say: (line) => process.stderr.write(`${line}\n`),
      },
      wanted ? KINDS.filter(({ name }) => wanted.includes(name)) : KINDS,
    );
    process.stdout.write(`${report(results)}\n`);
    return results.some(({ failures }) => failures.length) ? 1 : 0;
  },
);
