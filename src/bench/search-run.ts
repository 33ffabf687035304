import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PackReader } from '../cache/article-pack.ts';
import { ArticleCache } from '../cache/articles.ts';
import { Cache } from '../cache/cache.ts';
import { scan } from '../files/scan.ts';
import { build, workDirOf } from '../pipeline/build.ts';
import { readArchive, readKey } from '../pipeline/read-archive.ts';
import { type Progress, type StageTime, silent } from '../progress.ts';
import { type Certificate, certify } from '../search/certificate.ts';
import { open } from '../search/gram/search.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import { drawProbes, type Probe, scanAll } from '../search/probes.ts';
import { readSettings } from '../settings.ts';
import type { Entry } from '../types.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { judgedQueries, ndcg } from './judged.ts';
import { type Size, sizeOf } from './measure.ts';
import { ProcessTree } from './process-tree.ts';
import { type Asked, SearchBrowser } from './search-browser.ts';

/** What making one index cost. */
export interface MakingCost extends Size {
  seconds: number;
  /** Bytes: highest sum over all processes while it was made; null where this system does not tell. */
  peak: number | null;
}

/** How the two engines did over one archive, in one run. */
export interface SearchBench {
  articles: number;
  characters: number;
  making: { gram: MakingCost; pagefind: MakingCost };
  certificate: Certificate;
  /** Pagefind by kind of string: mean recall and precision. */
  words: Map<string, { recall: number; precision: number; strings: number }>;
  asked: { gram: Asked[]; pagefind: Asked[] };
  /** Mean nDCG@10 over the judged queries; `together` is what the search page shows: exact hits, then what word search adds where they are few. Null where the archive has not their articles. */
  ndcg: { gram: number; pagefind: number; together: number } | null;
}

/** Strings of each kind that are asked in the browser. */
const ASKED = 2;

/**
 * Builds a site with both indexes and measures them.
 * @param work folder for everything that is made
 * @param perKind strings of each kind for recall and precision
 */
export async function benchSearch(
  contentDir: string,
  work: string,
  perKind: number,
  say: (line: string) => void,
): Promise<SearchBench> {
  const place = { contentDir, outDir: path.join(work, 'dist') };
  const cacheDir = path.join(work, 'cache');
  say('building');
  const stages = new StageMemory();
  await build({ ...place, cacheDir, progress: stages });
  stages.end();
  const making = (stage: string, dir: string): MakingCost => ({
    seconds: stages.seconds(stage),
    peak: stages.peaks.get(stage) ?? null,
    ...sizeOf(path.join(place.outDir, dir)),
  });

  const settings = await readSettings(contentDir);
  const { archive } = await readArchive({
    contentDir,
    files: scan(contentDir),
    settings,
    cache: new ArticleCache(new Cache(path.join(workDirOf(place, cacheDir), 'articles')), readKey(settings)),
    progress: silent,
    memory: new MemoryMeter(),
    workers: 1,
  });
  using store = new PackReader();
  const documentOf = ({ path, title, author, time, topics, at }: Entry): IndexDocument => {
    return { path, title, author, date: time?.date ?? '', tags: topics, passages: store.passages(at) };
  };
  function* documents(): Generator<IndexDocument> {
    for (const entry of archive.entries) yield documentOf(entry);
  }
  const byPath = new Map(archive.entries.map((entry) => [entry.path, entry]));
  const texts = new WeakMap<Uint8Array, IndexDocument>();
  const search = open({
    async load(name) {
      const entry = byPath.get(name);
      if (!entry) return readFileSync(path.join(place.outDir, name));
      const key = new Uint8Array();
      texts.set(key, documentOf(entry));
      return key;
    },
    textOf: (key) => texts.get(key) ?? { title: '', author: '', passages: [] },
  });

  say('drawing strings, asking the gram index');
  const certificate = await certify({ documents, search, perKind });
  const probes = await drawProbes(documents(), perKind);
  const paths = await scanAll(documents(), probes);
  await using browser = await SearchBrowser.start(place.outDir);
  say('asking Pagefind');
  const words = await judgeWords(browser, probes, paths);
  say('asking in the browser');
  const some = probes.filter((probe, at) => countBefore(probes, probe, at) < ASKED);
  const asked = {
    gram: await inOrder(some, ({ input }) => browser.askGram(input)),
    pagefind: await inOrder(some, ({ term }) => browser.askPagefind(term.text)),
  };
  const idOf = (page: string): string => path.basename(byPath.get(page)?.file ?? '', '.md');
  const ids = new Set(archive.entries.map((entry) => idOf(entry.path)));
  const judged = judgedQueries().filter(({ about, near }) => [...about, ...near].every((id) => ids.has(id)));
  const scores = { gram: [] as number[], pagefind: [] as number[], together: [] as number[] };
  for (const one of judged) {
    const { hits } = await search.search(one.query, { limit: 10 });
    const exact = hits.map((hit) => idOf(hit.path));
    const found = (await browser.pagefindPaths(one.query, 10)).map(idOf);
    scores.gram.push(ndcg(one, exact));
    scores.pagefind.push(ndcg(one, found));
    scores.together.push(ndcg(one, [...new Set([...exact, ...found])]));
  }
  return {
    articles: archive.entries.length,
    characters: archive.entries.reduce((sum, { chars }) => sum + chars, 0),
    making: { gram: making('search', 'search'), pagefind: making('pagefind', 'pagefind') },
    certificate,
    words,
    asked,
    ndcg:
      judged.length === 40
        ? { gram: mean(scores.gram), pagefind: mean(scores.pagefind), together: mean(scores.together) }
        : null,
  };
}

/** How many strings of the same kind stand before one. */
const countBefore = (probes: readonly Probe[], { kind }: Probe, at: number): number =>
  probes.slice(0, at).filter((other) => other.kind === kind).length;

async function inOrder<T, R>(list: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const one of list) answers.push(await ask(one));
  return answers;
}

/** Pagefind's recall and precision by kind of string, the string asked for as it stands. */
async function judgeWords(browser: SearchBrowser, probes: readonly Probe[], paths: readonly string[]) {
  const lists = new Map<string, { recalls: number[]; precisions: number[] }>();
  for (const { kind, term, found } of probes) {
    const truth = new Set(found.map((number) => paths[number]));
    const shown = await browser.pagefindPaths(term.text);
    const right = shown.filter((page) => truth.has(page)).length;
    const list = lists.get(kind) ?? { recalls: [], precisions: [] };
    lists.set(kind, list);
    list.recalls.push(right / truth.size);
    if (shown.length > 0) list.precisions.push(right / shown.length);
  }
  return new Map(
    [...lists].map(([kind, { recalls, precisions }]) => [
      kind,
      { recall: mean(recalls), precision: mean(precisions), strings: recalls.length },
    ]),
  );
}

/** Arithmetic mean; 0 of nothing. */
export const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

/** Follows a build: how long each stage takes, and how much memory all processes hold in it. */
class StageMemory implements Progress {
  readonly times: StageTime[] = [];
  readonly peaks = new Map<string, number>();
  readonly #tree = new ProcessTree(process.pid);
  readonly #timer = setInterval(() => this.#look(), 50);
  #stage = '';
  #started = 0;

  start(stage: string): void {
    this.#stage = stage;
    this.#started = performance.now();
  }

  tick(): void {
    this.#look();
  }

  done(): void {
    this.#look();
    const seconds = (performance.now() - this.#started) / 1000;
    this.times.push({ stage: this.#stage, steps: 0, seconds, bytes: 0 });
    this.#stage = '';
  }

  say(): void {
    // Only the figures count here.
  }

  /** Stops looking. */
  end(): void {
    clearInterval(this.#timer);
  }

  /** Seconds of a stage; 0 where there was none. */
  seconds(stage: string): number {
    return this.times.find((time) => time.stage === stage)?.seconds ?? 0;
  }

  #look(): void {
    const memory = this.#stage ? this.#tree.memory() : null;
    if (memory !== null) this.peaks.set(this.#stage, Math.max(memory, this.peaks.get(this.#stage) ?? 0));
  }
}
