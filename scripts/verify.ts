import { siteReader } from '../src/deploy/site-reader.ts';
import { readManifest, sampleOf, verify } from '../src/deploy/verify.ts';
import { createProgress } from '../src/progress.ts';
import { say } from '../src/terminal.ts';
import { wholeNumber } from './arguments.ts';
import { command } from './command.ts';

/** Differences listed one by one. */
const LISTED = 50;

// npm run verify -- DIR|URL: compares a site with a manifest.
await command(
  {
    command: 'npm run verify --',
    names: { usage: '[DIR|URL]', least: 0, most: 1 },
    flags: {
      manifest: { type: 'string', value: 'DIR|URL', help: 'the original, whose manifest counts' },
      sample: { type: 'string', value: 'N', help: 'articles to compare, evenly spread; without it all' },
    },
  },
  async ({ values, names: [address = 'dist'] }) => {
    const site = siteReader(address);
    const all = await readManifest(values.manifest ? siteReader(values.manifest) : site);
    const lines = values.sample ? sampleOf(all, wholeNumber('sample', values.sample, 1)) : all;
    const progress = createProgress();
    using stage = progress.start('verify', lines.length);
    const differences = await verify(site, lines, (done) => stage.tick(done));
    stage.done();
    for (const { path, what } of differences.slice(0, LISTED)) say(`${path} ${what}`);
    if (differences.length > LISTED) say(`… and ${differences.length - LISTED} more`);
    say(
      `${site.where}: ${lines.length} of ${all.length} articles compared, ${differences.length || 'no'} differences`,
    );
    return differences.length ? 1 : 0;
  },
);
