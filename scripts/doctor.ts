import path from 'node:path';
import {
  examine,
  findingLine,
  firstToBreak,
  isNear,
  limitText,
  remedies,
  shareText,
} from '../src/deploy/doctor.ts';
import type { Host } from '../src/deploy/host.ts';
import { findHost, hosts } from '../src/deploy/hosts/index.ts';
import { measureSite, type SiteMeasures } from '../src/deploy/measure.ts';
import { say } from '../src/terminal.ts';
import { command } from './command.ts';

// npm run doctor -- [DIR] [--host NAME]: will the site fit? Without a host, all of them.
await command(
  {
    command: 'npm run doctor --',
    names: { usage: '[DIR]', least: 0, most: 1 },
    flags: { host: { type: 'string', value: 'NAME', help: 'host to compare with; without it all' } },
  },
  async ({ values, names: [dir = 'dist'] }) => {
    const asked = values.host ? [findHost(values.host)] : hosts;
    const site = await measureSite(path.resolve(dir));
    say(`${site.articles.toLocaleString('en')} articles: ${shareText(site)}`);
    const parts = [...site.shares].sort(([, a], [, b]) => b.bytes - a.bytes);
    for (const [part, share] of parts)
      say(`  ${(part === '.' ? 'top folder' : part).padEnd(12)} ${shareText(share)}`);
    const verdicts = asked.map((host) => tell(host, site));
    if (verdicts.some(({ near }) => near)) {
      say('What helps:');
      for (const remedy of remedies(site)) say(`  ${remedy}`);
    }
    return values.host && verdicts.some(({ refused }) => refused) ? 1 : 0;
  },
);

/** Says how a site stands with a host. */
function tell(host: Host, site: SiteMeasures): { refused: boolean; near: boolean } {
  say(host.name);
  const findings = examine(host, site);
  for (const finding of findings) say(`  ${findingLine(finding)}`);
  if (findings.length === 0) say('  no limits but those of the disk');
  const first = findings.length > 1 ? firstToBreak(findings) : null;
  if (first) say(`  first to be met: ${limitText(first.limit)}`);
  return {
    refused: findings.some(({ exceeded, limit }) => exceeded && limit.hard),
    near: findings.some((finding) => isNear(finding, site)),
  };
}
