import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { CacheFile, writeCacheFile } from '../cache/cache-file.ts';
import { certify } from '../search/certificate.ts';
import { joinParts, planParts } from '../search/gram/build.ts';
import { Inverter } from '../search/gram/invert.ts';
import { open } from '../search/gram/search.ts';
import { drawProbes } from '../search/probes.ts';
import { KINDS, type Kind } from '../search/sample.ts';
import { SearchArchive } from './search-archive.ts';
import { head, quantile, row } from './statistics.ts';

/** Hits asked for, a string; all are checked. */
const HITS = 10;

/**
 * Measures the gram index over a folder of articles.
 * @param work folder for everything that is made
 * @param perKind strings of each kind
 * @returns the report in Markdown
 */
export async function benchGram(contentDir: string, work: string, perKind: number): Promise<string> {
  const place = { contentDir, outDir: path.join(work, 'dist') };
  using archive = await SearchArchive.open(place, path.join(work, 'cache'));
  const lines = await makeIndex(archive, work);
  /** An index of which nothing is in memory, and what is loaded of it. */
  const openCold = () => {
    const loaded = { kilobytes: 0, requests: 0 };
    const file = async (name: string) => {
      const bytes = await readFile(path.join(work, name));
      loaded.kilobytes += bytes.length / 1024;
      loaded.requests++;
      return bytes;
    };
    return { search: open({ file, page: async (name) => archive.page(name) }), loaded };
  };
  const documents = () => archive.documents();
  const { kinds } = await certify({ documents, search: openCold().search, perKind, shown: HITS });
  const costs: { kind: Kind; kilobytes: number; requests: number; milliseconds: number }[] = [];
  for (const { kind, input } of await drawProbes(documents(), perKind)) {
    const { search, loaded } = openCold();
    await search.search(input, { limit: HITS, verifyUpTo: 0 });
    const start = performance.now();
    await search.candidates(input);
    costs.push({ kind, ...loaded, milliseconds: performance.now() - start });
  }
  const rows = KINDS.flatMap((kind) => {
    const own = kinds[kind];
    if (!own) return [];
    const some = costs.filter((cost) => cost.kind === kind);
    return row([
      kind,
      String(own.strings),
      own.recall.toFixed(4),
      own.precision.toFixed(4),
      own.candidatePrecision.toFixed(3),
      spread(some.map(({ kilobytes }) => kilobytes)),
      spread(some.map(({ requests }) => requests)),
      spread(
        some.map(({ milliseconds }) => milliseconds),
        2,
      ),
    ]);
  });
  const [kilobytes, requests] = [costs.map((cost) => cost.kilobytes), costs.map((cost) => cost.requests)].map(
    (numbers) => spread(numbers),
  );
  return [
    ...lines,
    '',
    head(['kind', 'strings', 'recall', 'precision shown', 'of candidates', 'KB', 'requests', 'ms warm']),
    ...rows,
    '',
    `All kinds, cold, ten hits, paths included, median / 95 %: ${kilobytes} KB, ${requests} requests.`,
  ].join('\n');
}

/** Median and 95th percentile. */
const spread = (numbers: readonly number[], digits = 0): string =>
  [0.5, 0.95].map((share) => quantile(numbers, share).toFixed(digits)).join(' / ');

/** Makes the index in the folder `search`, its parts in files, and tells what it cost. */
async function makeIndex(archive: SearchArchive, work: string): Promise<string[]> {
  const { entries } = archive;
  let reading = 0;
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const parts = planParts(entries.map(({ time }) => time?.date ?? '')).map(({ kind, from, to }, at) => {
    const begun = performance.now();
    const documents = entries.slice(from, to).map((entry) => archive.document(entry));
    reading += performance.now() - begun;
    const inverter = new Inverter();
    for (const document of documents) inverter.add(document);
    const file = path.join(work, `${at}.part`);
    writeCacheFile(file, [inverter.part()]);
    return { kind, source: new CacheFile(file) };
  });
  const { documents, characters, files, bytes, root } = await joinParts({
    parts,
    deflate: (content) => deflateRawSync(content, { level: 6, memLevel: 6 }),
    write: (name, content) => {
      const file = path.join(work, 'search', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
  });
  for (const { source } of parts) source[Symbol.dispose]();
  const { user, system } = process.cpuUsage(cpuStart);
  const [wall, cpu] = [performance.now() - start - reading, (user + system) / 1000 - reading];
  return [
    `${documents} articles, ${(characters / 1e6).toFixed(1)} M characters`,
    `build ${(wall / 1000).toFixed(1)} s, ${((cpu / characters) * 1000).toFixed(2)} ms of processor per 1,000 characters`,
    `peak memory of this process, reading included: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    `index ${(bytes / 1e6).toFixed(1)} MB in ${files} files`,
    ...root.segments.map(
      (one) => `${one.kind}: ${one.documents} articles, ${one.firstKeys.length} chunks, ${one.bytes} bytes`,
    ),
  ];
}
