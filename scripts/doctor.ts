import path from 'node:path';
import { examine, findingLine, remedies } from '../src/deploy/doctor.ts';
import { findHost } from '../src/deploy/find-host.ts';
import { hosts } from '../src/deploy/hosts/index.ts';
import { measureSite } from '../src/deploy/measure.ts';
import { readArguments } from './arguments.ts';
import { run } from './cli.ts';

const USAGE = 'npm run doctor -- [DIR] [--host NAME]';

// npm run doctor -- [DIR] [--host NAME]: will the site fit? Without a host, all of them.
await run(async () => {
  const { values, names } = readArguments(
    { host: { type: 'string' } } as const,
    { least: 0, most: 1 },
    USAGE,
  );
  const site = await measureSite(path.resolve(names[0] ?? 'dist'));
  const asked = values.host ? [findHost(values.host)] : hosts.filter(({ limits }) => limits.length);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`${site.articles} articles, ${site.files} files, ${site.bytes} bytes`);
  for (const [part, { files, bytes }] of site.shares)
    say(`  ${part.padEnd(12)} ${files} files, ${bytes} bytes`);
  let refused = false;
  let exceeded = false;
  for (const host of asked) {
    say(host.name);
    const findings = examine(host, site);
    for (const finding of findings) say(`  ${findingLine(finding)}`);
    if (findings.length === 0) say('  no limits known');
    refused ||= findings.some((finding) => finding.exceeded && finding.limit.hard);
    exceeded ||= findings.some((finding) => finding.exceeded);
  }
  if (exceeded) for (const remedy of remedies(site)) say(remedy);
  return refused && values.host ? 1 : 0;
});
