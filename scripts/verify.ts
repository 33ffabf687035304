import path from 'node:path';
import { siteReader } from '../src/deploy/site-reader.ts';
import { readManifest, sampleOf, verify } from '../src/deploy/verify.ts';
import { createProgress } from '../src/progress.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run verify -- DIR|URL [--manifest DIR|URL of the original] [--sample N]';
/** Differences listed one by one. */
const LISTED = 50;

// npm run verify -- DIR|URL [--manifest DIR|URL] [--sample N]
await run(async () => {
  const options = { manifest: { type: 'string' }, sample: { type: 'string' } } as const;
  const { values, names } = readArguments(options, { least: 0, most: 1 }, USAGE);
  const place = names[0] ?? 'dist';
  const site = siteReader(/^https?:/i.test(place) ? place : path.resolve(place));
  const all = await readManifest(values.manifest ? siteReader(values.manifest) : site);
  const lines = values.sample ? sampleOf(all, wholeNumber('sample', values.sample, 1)) : all;
  const progress = createProgress();
  progress.start('verify', lines.length);
  const differences = await verify(site, lines, (done) => progress.tick(done));
  progress.done();
  for (const { path, what } of differences.slice(0, LISTED)) process.stdout.write(`${path} ${what}\n`);
  if (differences.length > LISTED) process.stdout.write(`… and ${differences.length - LISTED} more\n`);
  process.stdout.write(
    `${site.where}: ${lines.length} of ${all.length} articles compared, ${differences.length || 'no'} differences\n`,
  );
  return differences.length ? 1 : 0;
});
