import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildGramIndex } from '../search/gram/build.ts';
import { open } from '../search/gram/search.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import { drawProbes, scanAll } from '../search/probes.ts';
import { KINDS } from '../search/sample.ts';
import { quantile } from './search-table.ts';
import { fileSource, storeArticles } from './stored-articles.ts';

/** Hits asked for, a string; all are checked. */
const HITS = 10;

/**
 * Measures the gram index over a content directory, and prints the figures.
 * @param perKind strings of each kind to ask for
 * @param work an empty folder
 */
export async function benchGram(content: string, perKind: number, work: string): Promise<void> {
  const { rows, source } = await storeArticles(content, path.join(work, 'articles'));
  const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as IndexDocument;
  let reading = 0;
  function* documents() {
    for (const row of rows) {
      const start = performance.now();
      const document = decode(source.read(row.from, row.to));
      reading += performance.now() - start;
      yield document;
    }
  }

  const out = path.join(work, 'search');
  const start = performance.now();
  const cpu = process.cpuUsage();
  const report = await buildGramIndex({
    documents: documents(),
    write: (name, bytes) => {
      mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
      writeFileSync(path.join(out, name), bytes);
    },
    deflate: (bytes) => deflateRawSync(bytes, { level: 6, memLevel: 6 }),
    scratch: (name, bytes) => {
      const file = path.join(work, name);
      writeFileSync(file, bytes);
      return fileSource(file, bytes.length);
    },
  });
  const wall = performance.now() - start - reading;
  const used = process.cpuUsage(cpu);
  const cpuTime = (used.user + used.system) / 1000 - reading;
  console.log(
    [
      `${report.documents} articles, ${(report.characters / 1e6).toFixed(1)} M characters`,
      `build ${(wall / 1000).toFixed(1)} s, ${((cpuTime / report.characters) * 1000).toFixed(2)} ms of processor per 1,000 characters`,
      `peak memory of this process, reading included: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      `index ${(report.bytes / 1e6).toFixed(1)} MB in ${report.files} files; root ${(readFileSync(path.join(out, 'root.bin')).length / 1024).toFixed(1)} KB`,
      ...report.root.segments.map(
        (one) =>
          `  ${one.kind}: ${one.documents} articles, ${one.firstKeys.length} chunks of ${(one.bytes / one.firstKeys.length / 1024).toFixed(1)} KB`,
      ),
    ].join('\n'),
  );

  const probes = await drawProbes(documents(), perKind);
  await scanAll(documents(), probes);
  const numberOf = new Map(rows.map((row, i) => [row.path, i]));
  const all = { bytes: [] as number[], requests: [] as number[] };
  const table: Record<string, Record<string, number | string>> = {};
  for (const kind of KINDS) {
    const some = probes.filter((probe) => probe.kind === kind);
    if (some.length === 0) continue;
    const sums = { found: 0, recalled: 0, shown: 0, right: 0, precision: 0 };
    const bytes: number[] = [];
    const requests: number[] = [];
    const times: number[] = [];
    for (const probe of some) {
      let loaded = 0;
      let count = 0;
      const engine = open({
        load: async (name) => {
          const row = rows[numberOf.get(name) ?? -1];
          if (row) return source.read(row.from, row.to);
          const file = readFileSync(path.join(work, name));
          loaded += file.length;
          count++;
          return file;
        },
        textOf: decode,
      });
      const truth = new Set(probe.found);
      const results = await engine.search(probe.input, { limit: HITS, verifyUpTo: 0 });
      bytes.push(loaded / 1024);
      requests.push(count);
      const warm = performance.now();
      const candidates = await engine.candidates(probe.input);
      times.push(performance.now() - warm);
      const missing = Math.max(0, Math.min(HITS, truth.size) - results.hits.length);
      const recalled = candidates.documents.filter((document) => truth.has(document)).length - missing;
      sums.found += truth.size;
      sums.recalled += recalled;
      sums.precision += candidates.documents.length === 0 ? 1 : recalled / candidates.documents.length;
      sums.shown += results.hits.length;
      sums.right += results.hits.filter((hit) => truth.has(numberOf.get(hit.path) ?? -1)).length;
    }
    all.bytes.push(...bytes);
    all.requests.push(...requests);
    table[kind] = {
      strings: some.length,
      recall: (sums.recalled / sums.found).toFixed(4),
      'precision shown': (sums.right / Math.max(1, sums.shown)).toFixed(4),
      'of candidates': (sums.precision / some.length).toFixed(3),
      'KB median': Math.round(quantile(bytes, 0.5)),
      'KB 95 %': Math.round(quantile(bytes, 0.95)),
      'requests median': quantile(requests, 0.5),
      'requests 95 %': quantile(requests, 0.95),
      'ms median': quantile(times, 0.5).toFixed(2),
      'ms 95 %': quantile(times, 0.95).toFixed(2),
    };
  }
  console.table(table);
  console.log(
    `all kinds, cold, ten hits, paths included: ${Math.round(quantile(all.bytes, 0.5))} KB median, ${Math.round(quantile(all.bytes, 0.95))} KB 95 %;` +
      ` ${quantile(all.requests, 0.5)} requests median, ${quantile(all.requests, 0.95)} 95 %`,
  );
}
