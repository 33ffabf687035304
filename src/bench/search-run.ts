import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../pipeline/build.ts';
import { type Certificate, certify } from '../search/certificate.ts';
import type { IndexSource } from '../search/gram/index-files.ts';
import { open } from '../search/gram/search.ts';
import { drawProbes, type Probe, scanAll } from '../search/probes.ts';
import { KINDS, type Kind } from '../search/sample.ts';
import { type Judgement, judge } from './judged.ts';
import { type Size, sizeOf } from './measure.ts';
import { type Answers, askAsTyped, drawTyped } from './search-answers.ts';
import { SearchArchive } from './search-archive.ts';
import { type QueryCost, SearchBrowser } from './search-browser.ts';
import { StageCosts } from './stage-costs.ts';
import { mean } from './statistics.ts';

/** The cost of making one index. */
export interface MakingCost extends Size {
  seconds: number;
  /** Bytes: highest sum over all processes while it was made; null where this system does not tell. */
  peak: number | null;
}

/** The figures of both engines over one archive, in one run; of the gram index alone where word search is off. */
export interface SearchBench {
  articles: number;
  characters: number;
  making: { gram: MakingCost; pagefind: MakingCost | null };
  certificate: Certificate;
  /** Costs of strings asked without a browser. */
  lookups: Lookup[];
  answers: Answers;
  /** Pagefind by kind of string: mean recall and precision. */
  words: Map<string, { recall: number; precision: number; strings: number }>;
  asked: { gram: QueryCost[]; pagefind: QueryCost[] };
  judgement: { gram: Judgement | null; pagefind: Judgement | null };
}

/** Strings of each kind that are asked in the browser. */
const ASKED = 2;

/**
 * Builds a site with both indexes and measures them.
 * @param work folder for everything that is made
 * @param perKind strings of each kind for recall and precision
 * @param most strings that are asked in the browser
 */
export async function benchSearch(
  contentDir: string,
  work: string,
  perKind: number,
  most: number,
  say: (line: string) => void,
): Promise<SearchBench> {
  const place = { contentDir, outDir: path.join(work, 'dist') };
  const cacheDir = path.join(work, 'cache');
  say('building');
  using stages = new StageCosts();
  await build({ ...place, cacheDir, progress: stages });
  const making = (folder: string, ...own: string[]): MakingCost => ({
    ...stages.of(...own),
    ...sizeOf(path.join(place.outDir, folder)),
  });

  using archive = await SearchArchive.open(place, cacheDir);
  const file = (name: string) => readFile(path.join(place.outDir, name));
  const page = async (name: string) => archive.page(name);
  const search = open({ file, page });
  say('drawing strings, asking the gram index');
  const certificate = await certify({ documents: () => archive.documents(), search, perKind });
  const probes = await drawProbes(archive.documents(), perKind);
  const lookups: Lookup[] = [];
  for (const { kind, input } of probes) lookups.push({ kind, ...(await lookUp(input, file, page)) });
  const paths = await scanAll(archive.documents(), probes);
  const dates = archive.entries.map(({ time }) => time?.date ?? '');
  const answers = await askAsTyped({ file, page }, drawTyped(archive.documents()), probes, dates);
  await using browser = await SearchBrowser.start(place.outDir);
  const hasWords = existsSync(path.join(place.outDir, 'pagefind'));
  if (hasWords) say('asking Pagefind');
  const words = await judgeWords(browser, hasWords ? probes : [], paths);
  say('asking in the browser');
  const asked: SearchBench['asked'] = { gram: [], pagefind: [] };
  const some = KINDS.flatMap((kind) => probes.filter((probe) => probe.kind === kind).slice(0, ASKED));
  for (const { input, text } of some.slice(0, most)) {
    asked.gram.push(await browser.askGram(input));
    if (hasWords) asked.pagefind.push(await browser.askPagefind(text));
  }
  const names = new Set(archive.entries.map((entry) => archive.nameOf(entry.path)));
  const gram = async (query: string) =>
    (await search.search(query)).hits.map((hit) => archive.nameOf(hit.path));
  const pagefind = async (query: string) =>
    (await browser.pagefindPaths(query, 10)).map((page) => archive.nameOf(page));
  const judgement = {
    gram: await judge(names, gram),
    pagefind: hasWords ? await judge(names, pagefind) : null,
  };
  return {
    articles: archive.entries.length,
    characters: archive.entries.reduce((sum, { chars }) => sum + chars, 0),
    making: {
      gram: making('search', 'invert', 'search'),
      pagefind: hasWords ? making('pagefind', 'pagefind') : null,
    },
    certificate,
    lookups,
    answers,
    words,
    asked,
    judgement,
  };
}

type Lookup = { kind: Kind } & Awaited<ReturnType<typeof lookUp>>;

/** Asks an index of which nothing is in memory for ten hits, paths included; `milliseconds` are those of the candidates, once all is. */
async function lookUp(input: string, file: IndexSource['file'], page: IndexSource['page']) {
  const cost = { kilobytes: 0, requests: 0 };
  const counted = async (name: string) => {
    const bytes = await file(name);
    cost.kilobytes += bytes.length / 1024;
    cost.requests++;
    return bytes;
  };
  const search = open({ file: counted, page });
  await search.search(input, { limit: 10, verifyUpTo: 0, near: false });
  const start = performance.now();
  await search.candidates(input);
  return { ...cost, milliseconds: performance.now() - start };
}

/** Pagefind's recall and precision by kind of string, the string asked for as it stands. */
async function judgeWords(browser: SearchBrowser, probes: readonly Probe[], paths: readonly string[]) {
  const words: SearchBench['words'] = new Map();
  for (const kind of KINDS) {
    const own = probes.filter((probe) => probe.kind === kind);
    const recalls: number[] = [];
    const precisions: number[] = [];
    for (const { text, found } of own) {
      const truth = new Set(found.map((number) => paths[number]));
      const shown = await browser.pagefindPaths(text);
      const right = shown.filter((page) => truth.has(page)).length;
      recalls.push(right / truth.size);
      if (shown.length > 0) precisions.push(right / shown.length);
    }
    if (own.length > 0)
      words.set(kind, { recall: mean(recalls), precision: mean(precisions), strings: own.length });
  }
  return words;
}
