/**
 * Measures the gram index over a content directory.
 * Usage: tsx scripts/bench-gram.ts CONTENT [--strings N]
 */

import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { articlePath } from '../src/archive/paths.ts';
import { readArticle } from '../src/article/read.ts';
import { UserError } from '../src/errors.ts';
import { reading } from '../src/locales/zh-Hans.ts';
import { buildGramIndex } from '../src/search/gram/build.ts';
import { open } from '../src/search/gram/search.ts';
import type { ByteSource, IndexDocument } from '../src/search/gram/types.ts';
import { drawProbes, scanAll } from '../src/search/probes.ts';
import { KINDS } from '../src/search/sample.ts';
import { readArguments, wholeNumber } from './arguments.ts';

/** Hits asked for, a string; all are checked. */
const HITS = 10;

/** A file that is read piece by piece. */
function fileSource(file: string, size: number): ByteSource & { close(): void } {
  const handle = openSync(file, 'r');
  return {
    size,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      readSync(handle, bytes, 0, bytes.length, from);
      return bytes;
    },
    close: () => closeSync(handle),
  };
}

/** Reads all articles once and keeps them in one file, so that every later pass streams. */
async function storeArticles(content: string, file: string) {
  const handle = openSync(file, 'w');
  const rows: { epoch: number; path: string; from: number; to: number }[] = [];
  let at = 0;
  for (const name of (await readdir(content, { recursive: true }))
    .filter((one) => one.endsWith('.md'))
    .sort()) {
    const bytes = await readFile(path.join(content, name));
    const { article } = readArticle(bytes, name.split(path.sep).join('/'), {
      timeZone: 'Asia/Shanghai',
      cleanOff: [],
      strings: reading,
      images: 'ask',
    });
    if (!article) continue;
    const { title, author, tags, passages, time } = article;
    const document: IndexDocument = {
      path: articlePath(article),
      title,
      author,
      date: time?.date ?? '',
      tags,
      passages,
    };
    const line = Buffer.from(JSON.stringify(document));
    writeSync(handle, line);
    rows.push({
      epoch: time?.epoch ?? Number.NEGATIVE_INFINITY,
      path: document.path,
      from: at,
      to: at + line.length,
    });
    at += line.length;
  }
  closeSync(handle);
  rows.sort((a, b) => (a.epoch === b.epoch ? (a.path < b.path ? -1 : 1) : a.epoch - b.epoch));
  return { rows, source: fileSource(file, at) };
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function bench(content: string, perKind: number, work: string): Promise<void> {
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

const work = mkdtempSync(path.join(tmpdir(), 'jiuwen-gram-'));
try {
  const { values, names } = readArguments(
    { strings: { type: 'string', default: '60' } },
    { least: 1, most: 1 },
    'tsx scripts/bench-gram.ts CONTENT [--strings N]',
  );
  await bench(names[0] ?? '', wholeNumber('strings', values.strings, 1), work);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
