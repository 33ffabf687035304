import type { Host, Limit, Measure } from './host.ts';
import type { Share, SiteMeasures } from './measure.ts';

/** How a site stands against one limit. */
export interface Finding {
  limit: Limit;
  value: number;
  /** Path of the file or folder that has this value; null for the whole site. */
  subject: string | null;
  exceeded: boolean;
  /** Number of articles at which the limit is met, if the site grows as it has grown; null where it does not grow with them. */
  breaksAt: number | null;
}

/** Parts of a site that are there whatever the number of articles: a page for each day of the year, scripts and styles, the root's files. */
const FIXED_FILES = ['days', 'assets', '.'];

/** Compares a site with the limits of a host. */
export function examine(host: Host, site: SiteMeasures): Finding[] {
  return host.limits.map((limit) => {
    const { value, subject, growing, fixed } = measured(limit.measure, site);
    const rate = (growing - fixed) / site.articles;
    const breaksAt = rate > 0 ? Math.max(0, Math.floor((limit.most - fixed) / rate)) : null;
    return { limit, value, subject, exceeded: value > limit.most, breaksAt };
  });
}

/** A measure's value now, and how much of what grows is there without any article. */
function measured(
  measure: Measure,
  site: SiteMeasures,
): Pick<Finding, 'value' | 'subject'> & { growing: number; fixed: number } {
  const { files, bytes, largestFile, largestGrowing, fullestFolder, shares } = site;
  const sum = (names: readonly string[], key: keyof Share) =>
    names.reduce((total, name) => total + (shares.get(name)?.[key] ?? 0), 0);
  switch (measure) {
    case 'files':
      return { value: files, subject: null, growing: files, fixed: sum(FIXED_FILES, 'files') };
    case 'bytes':
      return { value: bytes, subject: null, growing: bytes, fixed: sum(['assets'], 'bytes') };
    case 'largestFile': {
      const same = largestFile.path === largestGrowing.path || largestGrowing.bytes === 0;
      const subject = same ? largestFile.path : `${largestFile.path}, but ${largestGrowing.path} grows`;
      return { value: largestFile.bytes, subject, growing: largestGrowing.bytes, fixed: 0 };
    }
    case 'filesPerFolder': {
      const fixed = FIXED_FILES.includes(fullestFolder.path) ? fullestFolder.files : 0;
      return { value: fullestFolder.files, subject: fullestFolder.path, growing: fullestFolder.files, fixed };
    }
  }
}

/** Of several limits the one that an archive growing as before meets first. */
export const firstToBreak = (findings: readonly Finding[]): Finding | undefined =>
  findings
    .flatMap((finding) => (finding.breaksAt === null ? [] : { finding, at: finding.breaksAt }))
    .toSorted((a, b) => a.at - b.at)[0]?.finding;

/** True where a limit is passed, or will be before the archive is twice as large: time to think of remedies. */
export const isNear = ({ exceeded, breaksAt }: Finding, { articles }: SiteMeasures): boolean =>
  exceeded || (breaksAt !== null && breaksAt < 2 * articles);

/** Settings that make a site smaller, each with the part of the site it does without, and what is lost. */
const SETTINGS: readonly [setting: string, part: string, loss: string][] = [
  ['search: { pagefind: off }', 'pagefind', 'exact search stays, word search goes through it'],
  ['twins: off', 'twins', 'the sources stay in articles.jsonl.gz'],
  [
    'ignore: ["*.mp4", "*.zip"] (or whatever is large)',
    'media',
    'a part of it: what is ignored is missing in the articles',
  ],
  ['offline: false', 'offline', 'readers cannot save the archive in the browser; the zip package stays'],
];

/** Remedies against limits: settings with what each saves, and where there are none. */
export function remedies({ shares }: SiteMeasures): string[] {
  const settings = SETTINGS.flatMap(([setting, part, loss]) => {
    const share = shares.get(part);
    return share ? [`${setting} in archive.yml saves ${shareText(share)}; ${loss}`] : [];
  });
  return [...settings, 'a server of your own (nginx, caddy, docker) has the limits of its disk only'];
}

/** Files and bytes in words. */
export const shareText = ({ files, bytes }: Share): string =>
  `${files === 1 ? '1 file' : `${count(files)} files`}, ${size(bytes)}`;

const count = (value: number): string => value.toLocaleString('en');

/** Two figures: what an estimate is worth. */
const about = (value: number): string => count(Number(value.toPrecision(2)));

/** Bytes in decimal units, as hosts count; whole units of 1,024 where a host counts in those. */
function size(bytes: number): string {
  if (bytes >= 1e6 && bytes % 2 ** 20 === 0) return `${count(bytes / 2 ** 20)} MiB`;
  const [unit, name] =
    bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : bytes >= 1e3 ? [1e3, 'kB'] : [1, 'bytes'];
  return `${Number((bytes / unit).toPrecision(3)).toLocaleString('en')} ${name}`;
}

/** A measure's name, and how its values are written. */
const MEASURES: Record<Measure, [name: string, text: (value: number) => string]> = {
  files: ['files', count],
  bytes: ['in all', size],
  largestFile: ['in the largest file', size],
  filesPerFolder: ['files in the fullest folder', count],
};

/** A limit in words. */
export function limitText({ measure, most, holds }: Limit): string {
  const [name, text] = MEASURES[measure];
  return `${text(most)} ${name} (${holds})`;
}

/** A finding as a line for people. */
export function findingLine({ limit, value, subject, exceeded, breaksAt }: Finding): string {
  const verdict = exceeded ? (limit.hard ? 'TOO MUCH' : 'over') : 'ok';
  const [, text] = MEASURES[limit.measure];
  const now = subject === null ? '' : `, now ${subject}`;
  const room = breaksAt === null ? '' : `: enough for about ${about(breaksAt)} articles`;
  return `${verdict.padEnd(8)} ${text(value)} of ${limitText(limit)}${now}${room}`;
}
