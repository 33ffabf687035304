import type { Host, Limit, Measure } from './host.ts';
import type { SiteMeasures } from './measure.ts';

/** How a site stands against one limit. */
export interface Finding {
  limit: Limit;
  value: number;
  /** What has this value: a file, a folder, or the whole site. */
  of: string;
  exceeded: boolean;
  /** Number of articles at which the limit is met, if the site grows as it has grown; null where it does not grow with them. */
  breaksAt: number | null;
}

/** Compares a site with the limits of a host. */
export function examine(host: Host, site: SiteMeasures): Finding[] {
  return host.limits.map((limit) => {
    const { value, of } = measured(limit.measure, site);
    return { limit, value, of, exceeded: value > limit.most, breaksAt: breaksAt(limit, value, of, site) };
  });
}

function measured(measure: Measure, site: SiteMeasures): { value: number; of: string } {
  switch (measure) {
    case 'files':
      return { value: site.files, of: 'site' };
    case 'bytes':
      return { value: site.bytes, of: 'site' };
    case 'largestFile':
      return { value: site.largestFile.bytes, of: site.largestFile.path };
    case 'filesPerFolder':
      return { value: site.fullestFolder.files, of: site.fullestFolder.path };
  }
}

/** In proportion: pages, texts and index grow with the articles. The data files are cut into parts and stop growing. */
function breaksAt({ most }: Limit, value: number, of: string, { articles }: SiteMeasures): number | null {
  if (value === 0 || articles === 0 || /^articles(-\d+)?\.jsonl\.gz$/.test(of)) return null;
  return Math.floor((most / value) * articles);
}

/** Settings that make a site smaller, with what each saves. */
export function remedies({ shares }: SiteMeasures): string[] {
  const pagefind = shares.get('pagefind');
  return pagefind
    ? [
        `search: { pagefind: off } in archive.yml saves ${pagefind.files} files and ${pagefind.bytes} bytes; exact search stays`,
      ]
    : [];
}

const units: Record<Measure, string> = {
  files: 'files',
  bytes: 'bytes',
  largestFile: 'bytes in the largest file',
  filesPerFolder: 'files in one folder',
};

/** A finding as a line for people. */
export function findingLine({ limit, value, of, exceeded, breaksAt }: Finding): string {
  const verdict = exceeded ? (limit.hard ? 'TOO MUCH' : 'over') : 'ok';
  const place = of === 'site' ? '' : ` (${of})`;
  const number = (value: number) => value.toLocaleString('en');
  const room = breaksAt === null ? '' : `; reached at about ${number(breaksAt)} articles`;
  return `${verdict.padEnd(8)} ${number(value)} of ${number(limit.most)} ${units[limit.measure]}${place}, ${limit.holds}${room}`;
}
