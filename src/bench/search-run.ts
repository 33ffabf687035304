import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../pipeline/build.ts';
import { type Certificate, certify } from '../search/certificate.ts';
import { open } from '../search/gram/search.ts';
import { drawProbes, type Probe, scanAll } from '../search/probes.ts';
import { KINDS } from '../search/sample.ts';
import { type Judgement, judge } from './judged.ts';
import { type Size, sizeOf } from './measure.ts';
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

/** The figures of both engines over one archive, in one run. */
export interface SearchBench {
  articles: number;
  characters: number;
  making: { gram: MakingCost; pagefind: MakingCost };
  certificate: Certificate;
  /** Pagefind by kind of string: mean recall and precision. */
  words: Map<string, { recall: number; precision: number; strings: number }>;
  asked: { gram: QueryCost[]; pagefind: QueryCost[] };
  judgement: Judgement | null;
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
  using stages = new StageCosts();
  await build({ ...place, cacheDir, progress: stages });
  const making = (stage: string): MakingCost => ({
    ...stages.of(stage),
    ...sizeOf(path.join(place.outDir, stage)),
  });

  using archive = await SearchArchive.open(place, cacheDir);
  const search = open({
    file: (name) => readFile(path.join(place.outDir, name)),
    page: async (name) => archive.page(name),
  });
  say('drawing strings, asking the gram index');
  const certificate = await certify({ documents: () => archive.documents(), search, perKind });
  const probes = await drawProbes(archive.documents(), perKind);
  const paths = await scanAll(archive.documents(), probes);
  await using browser = await SearchBrowser.start(place.outDir);
  say('asking Pagefind');
  const words = await judgeWords(browser, probes, paths);
  say('asking in the browser');
  const asked: SearchBench['asked'] = { gram: [], pagefind: [] };
  for (const kind of KINDS)
    for (const { input, term } of probes.filter((probe) => probe.kind === kind).slice(0, ASKED)) {
      asked.gram.push(await browser.askGram(input));
      asked.pagefind.push(await browser.askPagefind(term.text));
    }
  const names = new Set(archive.entries.map((entry) => archive.nameOf(entry.path)));
  const judgement = await judge(names, {
    gram: async (query) => (await search.search(query)).hits.map((hit) => archive.nameOf(hit.path)),
    pagefind: async (query) => (await browser.pagefindPaths(query, 10)).map((page) => archive.nameOf(page)),
  });
  return {
    articles: archive.entries.length,
    characters: archive.entries.reduce((sum, { chars }) => sum + chars, 0),
    making: { gram: making('search'), pagefind: making('pagefind') },
    certificate,
    words,
    asked,
    judgement,
  };
}

/** Pagefind's recall and precision by kind of string, the string asked for as it stands. */
async function judgeWords(browser: SearchBrowser, probes: readonly Probe[], paths: readonly string[]) {
  const words: SearchBench['words'] = new Map();
  for (const kind of KINDS) {
    const own = probes.filter((probe) => probe.kind === kind);
    const recalls: number[] = [];
    const precisions: number[] = [];
    for (const { term, found } of own) {
      const truth = new Set(found.map((number) => paths[number]));
      const shown = await browser.pagefindPaths(term.text);
      const right = shown.filter((page) => truth.has(page)).length;
      recalls.push(right / truth.size);
      if (shown.length > 0) precisions.push(right / shown.length);
    }
    if (own.length > 0)
      words.set(kind, { recall: mean(recalls), precision: mean(precisions), strings: own.length });
  }
  return words;
}
