import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { Archive } from '../archive/archive.ts';
import { PartFile } from '../cache/part-file.ts';
import { joinParts, type PartPlan, planParts } from '../search/gram/build.ts';
import { decodeRoot, ROOT_FILE } from '../search/gram/root.ts';
import type { IndexReport, Root } from '../search/gram/types.ts';
import type { GramArticle, GramTask } from '../workers/gram-worker.ts';
import type { MemoryMeter, Peak } from '../workers/memory.ts';
import { inWorkers } from '../workers/pool.ts';
import type { Progress } from './progress.ts';
import { codeOf, digest } from './version.ts';

/** Folder of the gram index in the output. */
export const GRAM_DIR = 'search';

/** Postings are numbers, few of them alike: long matches are not looked for, and small blocks suit the columns. No larger than level 6, and faster. */
const DEFLATE = { level: 4, memLevel: 6, strategy: constants.Z_FILTERED };

/** Digest of the code that makes the index. */
export const gramCode = (): string =>
  codeOf('src/search/gram', 'src/pipeline/gram.ts', 'src/workers/gram-worker.ts', 'src/cache/part-file.ts');

/** What building the gram index needs. */
export interface GramPlace {
  archive: Archive;
  /** Digest of what reading depends on besides the files. */
  readerKey: string;
  /** Digest of the code that made the index in the output; null where that is not known. */
  before: string | null;
  /** Where inverted parts are kept from one build to the next. */
  partDir: string;
  staging: string;
  outDir: string;
  present: ReadonlySet<string>;
  progress: Progress;
  memory: MemoryMeter;
  workers: number;
}

/** The finished index. */
export interface GramIndex {
  report: IndexReport;
  /** Its files, relative to the site's root. */
  files: string[];
}

/**
 * Builds the gram index: parts that changed are inverted in worker processes, the others come from the cache; then parts become segments.
 * Segments that did not change stay in the output as they are.
 */
export async function makeGramIndex(place: GramPlace): Promise<GramIndex> {
  const { archive, partDir, staging, outDir, present, progress, memory, workers } = place;
  mkdirSync(partDir, { recursive: true });
  const articles = archive.entries.map(({ path, title, author, time, topics, at }): GramArticle => {
    return { path, title, author, date: time?.date ?? '', tags: topics, at };
  });
  const plans = planParts(articles.map(({ date }) => date));
  const code = gramCode();
  const key = digest(place.readerKey, code);
  const files = plans.map((plan) => path.join(partDir, `${partDigest(archive, plan, key)}.part`));
  for (const name of readdirSync(partDir))
    if (!files.includes(path.join(partDir, name))) rmSync(path.join(partDir, name));

  const tasks = plans
    .map(({ from, to }, at): GramTask => ({ articles: articles.slice(from, to), file: files[at] ?? '' }))
    .filter(({ file }) => !existsSync(file));
  memory.nextStage();
  progress.start(
    'search',
    tasks.reduce((sum, task) => sum + task.articles.length, 0),
  );
  const worker = new URL('../workers/gram-worker.ts', import.meta.url);
  type Outcome = { articles: number; peak: Peak };
  for await (const outcome of inWorkers<GramTask, Outcome>(worker, tasks, workers)) {
    memory.note(outcome.peak);
    progress.tick(outcome.articles);
  }

  // Segments are named after their documents, so only the same code may keep those of an earlier build.
  const previous = place.before === code ? await previousRoot(outDir, present) : undefined;
  const sources: PartFile[] = [];
  const source = (file: string): PartFile => {
    const opened = new PartFile(file);
    sources.push(opened);
    return opened;
  };
  try {
    const report = await joinParts({
      parts: plans.map(({ kind }, at) => ({ kind, source: source(files[at] ?? '') })),
      previous,
      deflate: (bytes) => deflateRawSync(bytes, DEFLATE),
      write: (name, bytes) => writeInto(path.join(staging, GRAM_DIR, name), bytes),
    });
    progress.done();
    return { report, files: indexFiles(report.root) };
  } finally {
    for (const opened of sources) opened[Symbol.dispose]();
  }
}

/** Digest of everything a part depends on. */
function partDigest(archive: Archive, { from, to }: PartPlan, key: string): string {
  const keys = archive.entries.slice(from, to).map((entry) => entry.key);
  return digest(key, keys.join(''));
}

/** The files of an index, by its root. */
function indexFiles(root: Root): string[] {
  const files = root.segments.flatMap(({ name, firstKeys, pathFiles }) => [
    ...firstKeys.map((_, chunk) => `${name}/${chunk}.bin`),
    ...Array.from({ length: pathFiles }, (_, at) => `${name}/paths-${at}.bin`),
  ]);
  return [ROOT_FILE, ...files].map((file) => `${GRAM_DIR}/${file}`);
}

/** The root of the index that stands in the output, where all its files are there. */
async function previousRoot(outDir: string, present: ReadonlySet<string>): Promise<Root | undefined> {
  try {
    const root = await decodeRoot(readFileSync(path.join(outDir, GRAM_DIR, ROOT_FILE)));
    return {
      ...root,
      segments: root.segments.filter((segment) =>
        indexFiles({ ...root, segments: [segment] }).every((file) => present.has(file)),
      ),
    };
  } catch {
    // No index, or one of another format: a new one is made.
    return undefined;
  }
}

async function writeInto(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
