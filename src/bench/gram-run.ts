import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { CacheFile, writeCacheFile } from '../cache/cache-file.ts';
import { tryProbe } from '../search/certificate.ts';
import { joinParts, planParts } from '../search/gram/build.ts';
import { Inverter } from '../search/gram/invert.ts';
import { open } from '../search/gram/search.ts';
import type { IndexReport } from '../search/gram/types.ts';
import { drawProbes, type Probe, scanAll } from '../search/probes.ts';
import { KINDS } from '../search/sample.ts';
import { SearchArchive } from './search-archive.ts';
import { head, mean, quantile, row } from './statistics.ts';

/** Hits asked for, a string; all are checked. */
const HITS = 10;

/** The cost of one cold query, and how right its answer was. */
type Outcome = Awaited<ReturnType<typeof tryProbe>> & {
  expected: number;
  kilobytes: number;
  requests: number;
  milliseconds: number;
};

/**
 * Measures the gram index over a folder of articles.
 * @param work folder for everything that is made
 * @param perKind strings of each kind
 * @returns the report in Markdown
 */
export async function benchGram(contentDir: string, work: string, perKind: number): Promise<string> {
  const place = { contentDir, outDir: path.join(work, 'dist') };
  using archive = await SearchArchive.open(place, path.join(work, 'cache'));
  const making = await makeIndex(archive, work);
  const probes = await drawProbes(archive.documents(), perKind);
  const paths = await scanAll(archive.documents(), probes);
  const numbers = new Map(paths.map((page, at) => [page, at]));
  const all: Outcome[] = [];
  const rows: string[] = [];
  for (const kind of KINDS) {
    const own: Outcome[] = [];
    for (const probe of probes.filter((one) => one.kind === kind))
      own.push(await askCold(probe, archive, work, numbers));
    all.push(...own);
    if (own.length > 0) rows.push(kindRow(kind, own));
  }
  const sum = (of: (outcome: Outcome) => number) =>
    [0.5, 0.95].map((share) => Math.round(quantile(all.map(of), share))).join(' / ');
  return [
    ...making,
    '',
    head(['kind', 'strings', 'recall', 'precision shown', 'of candidates', 'KB', 'requests', 'ms warm']),
    ...rows,
    '',
    `All kinds, cold, ten hits, paths included, median / 95 %: ${sum((one) => one.kilobytes)} KB, ${sum((one) => one.requests)} requests.`,
  ].join('\n');
}

/** Makes the index in the folder `search`, its parts in files. */
async function makeIndex(archive: SearchArchive, work: string): Promise<string[]> {
  const { entries } = archive;
  let reading = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const parts = planParts(entries.map(({ time }) => time?.date ?? '')).map(({ kind, from, to }, at) => {
    const inverter = new Inverter();
    for (const entry of entries.slice(from, to)) {
      const begun = performance.now();
      const document = archive.document(entry);
      reading += performance.now() - begun;
      inverter.add(document);
    }
    const file = path.join(work, `${at}.part`);
    writeCacheFile(file, [inverter.part()]);
    return { kind, source: new CacheFile(file) };
  });
  const report = await joinParts({
    parts,
    deflate: (bytes) => deflateRawSync(bytes, { level: 6, memLevel: 6 }),
    write: (name, bytes) => {
      const file = path.join(work, 'search', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    },
  });
  for (const { source } of parts) source[Symbol.dispose]();
  const { user, system } = process.cpuUsage(cpu);
  return making(report, performance.now() - start - reading, (user + system) / 1000 - reading, work);
}

/** The lines on making. */
function making(
  { documents, characters, bytes, files, root }: IndexReport,
  wall: number,
  cpu: number,
  work: string,
) {
  const rootBytes = readFileSync(path.join(work, 'search', 'root.bin')).length;
  return [
    `${documents} articles, ${(characters / 1e6).toFixed(1)} M characters`,
    `build ${(wall / 1000).toFixed(1)} s, ${((cpu / characters) * 1000).toFixed(2)} ms of processor per 1,000 characters`,
    `peak memory of this process, reading included: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    `index ${(bytes / 1e6).toFixed(1)} MB in ${files} files; root ${(rootBytes / 1024).toFixed(1)} KB`,
    ...root.segments.map((one) => {
      const size = one.bytes / one.firstKeys.length / 1024;
      return `${one.kind}: ${one.documents} articles, ${one.firstKeys.length} chunks of ${size.toFixed(1)} KB`;
    }),
  ];
}

/** Asks an index nothing of which is in memory. */
async function askCold(
  probe: Probe,
  archive: SearchArchive,
  work: string,
  numbers: ReadonlyMap<string, number>,
): Promise<Outcome> {
  let bytes = 0;
  let requests = 0;
  const search = open({
    file: async (name) => {
      const file = readFileSync(path.join(work, name));
      bytes += file.length;
      requests++;
      return file;
    },
    page: async (name) => archive.page(name),
  });
  const truth = { numbers, known: new Set(numbers.values()) };
  const outcome = await tryProbe(probe, search, HITS, truth);
  const start = performance.now();
  await search.candidates(probe.input);
  const milliseconds = performance.now() - start;
  return { ...outcome, expected: probe.found.length, kilobytes: bytes / 1024, requests, milliseconds };
}

function kindRow(kind: string, own: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) => own.reduce((total, one) => total + of(one), 0);
  const spread = (of: (outcome: Outcome) => number, digits = 0) =>
    [0.5, 0.95].map((share) => quantile(own.map(of), share).toFixed(digits)).join(' / ');
  return row([
    kind,
    String(own.length),
    (sum((one) => one.recalled) / sum((one) => one.expected)).toFixed(4),
    (
      sum((one) => one.right) /
      Math.max(
        1,
        sum((one) => one.shown),
      )
    ).toFixed(4),
    mean(own.map(({ candidates, recalled }) => (candidates === 0 ? 1 : recalled / candidates))).toFixed(3),
    spread((one) => one.kilobytes),
    spread((one) => one.requests),
    spread((one) => one.milliseconds, 2),
  ]);
}
