import { z } from 'zod';
import { matchOf } from './gram/match.ts';
import type { GramSearch } from './gram/search.ts';
import type { Documents, IndexDocument } from './gram/types.ts';
import { foldPage } from './gram/verify.ts';
import { drawProbes, type Probe, scanAll } from './probes.ts';
import { KINDS } from './sample.ts';

/**
 * The proof that search is exactly grep: strings are drawn from the archive, looked up in its index, and compared with
 * a plain scan of every article's folded text.
 */

/** Outcome for one kind of string. */
const kindSchema = z.object({
  strings: z.number(),
  /** Articles that the scan found, over all strings of the kind. */
  expected: z.number(),
  /** Share of those that the index has among its candidates, less those that should be shown and are not. 1 or the index is wrong. */
  recall: z.number(),
  /** Share of the shown hits that the scan found too. 1 or the verification is wrong. */
  precision: z.number(),
  /** Share of right ones among the candidates before verification, mean over the strings. */
  candidatePrecision: z.number(),
});
type KindResult = z.infer<typeof kindSchema>;

/** The certificate of one index. */
export const certificateSchema = z.object({
  /** Articles in the archive. */
  documents: z.number(),
  /** Articles that were read for it: the strings come from them, and every place in them must be found. */
  checked: z.number(),
  /** Strings that were looked up. */
  strings: z.number(),
  kinds: z.partialRecord(z.enum(KINDS), kindSchema),
  /** The lowest of all kinds. */
  recall: z.number(),
  precision: z.number(),
  /** Up to ten strings that failed, for the report. */
  failures: z.array(z.string()),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** A part of an archive that stands for the whole. */
interface Sample {
  /** The number of each of its documents in the archive, ascending. */
  numbers: readonly number[];
  /** Documents in the archive. */
  of: number;
  /** Any document of the archive, by its path: to judge hits outside the sample. */
  read: (path: string) => IndexDocument;
}

/** How an index is certified. */
interface CertifyOptions {
  /** The archive's documents in the index's order, or a sample of them; called twice. */
  documents: () => Documents;
  /** Where `documents` are a sample. */
  sample?: Sample;
  /** The finished index; its pages are loaded for the hits that are shown. */
  search: GramSearch;
  /** Strings of each kind. Default: 100. */
  perKind?: number;
  /** Hits of each string whose text is checked. Default: 3. */
  shown?: number;
}

const MOST_FAILURES = 10;

/**
 * Certifies an index. Two passes over the documents; memory: the strings, the documents that hold them, all paths.
 * Of a sample, recall is exact for the documents in it, and precision for all that is shown.
 */
export async function certify(options: CertifyOptions): Promise<Certificate> {
  const { search, sample, perKind = 100, shown = 3 } = options;
  const probes = await drawProbes(options.documents(), perKind);
  const paths = await scanAll(options.documents(), probes);
  const numbers = new Map(paths.map((path, at) => [path, sample?.numbers[at] ?? at]));
  for (const probe of probes) probe.found = probe.found.map((at) => sample?.numbers[at] ?? at);
  const truth: Truth = { numbers, known: new Set(numbers.values()), read: sample?.read };

  const certificate: Certificate = {
    documents: sample?.of ?? paths.length,
    checked: paths.length,
    strings: probes.length,
    kinds: {},
    recall: 1,
    precision: 1,
    failures: [],
  };
  for (const kind of KINDS) {
    const some = probes.filter((probe) => probe.kind === kind);
    if (some.length === 0) continue;
    const sums = { expected: 0, recalled: 0, shown: 0, right: 0, candidatePrecision: 0 };
    for (const probe of some) {
      const outcome = await tryProbe(probe, search, shown, truth);
      sums.expected += probe.found.length;
      sums.recalled += outcome.recalled;
      sums.shown += outcome.shown;
      sums.right += outcome.right;
      sums.candidatePrecision += outcome.candidates === 0 ? 1 : outcome.recalled / outcome.candidates;
      const failed = outcome.recalled < probe.found.length || outcome.right < outcome.shown;
      if (failed && certificate.failures.length < MOST_FAILURES) certificate.failures.push(probe.input);
    }
    const result: KindResult = {
      strings: some.length,
      expected: sums.expected,
      recall: sums.expected === 0 ? 1 : sums.recalled / sums.expected,
      precision: sums.shown === 0 ? 1 : sums.right / sums.shown,
      candidatePrecision: sums.candidatePrecision / some.length,
    };
    certificate.kinds[kind] = result;
    certificate.recall = Math.min(certificate.recall, result.recall);
    certificate.precision = Math.min(certificate.precision, result.precision);
  }
  return certificate;
}

/** The truth by the scan: numbers of the scanned documents by path and alone, and how to read another one; undefined where all were scanned. */
interface Truth {
  numbers: ReadonlyMap<string, number>;
  known: ReadonlySet<number>;
  read: Sample['read'] | undefined;
}

/** Asks the index for one string. A match that should be among the hits and is not counts as not recalled. */
async function tryProbe(probe: Probe, search: GramSearch, limit: number, { numbers, known, read }: Truth) {
  const truth = new Set(probe.found);
  const candidates = await search.candidates(probe.input);
  const judged = candidates.documents.filter((document) => known.has(document));
  const among = judged.filter((document) => truth.has(document)).length;
  // In a large archive it may stand behind more candidates than a reader's search reads before it asks: this one reads on.
  const options = { limit, verifyUpTo: 0, readUpTo: Number.POSITIVE_INFINITY, near: false };
  const { hits } = await search.search(probe.input, options);
  const missing = Math.max(0, Math.min(limit, truth.size) - hits.length);
  const isRight = ({ path }: { path: string }): boolean => {
    const number = numbers.get(path);
    if (number !== undefined) return truth.has(number);
    return read !== undefined && matchOf(foldPage(read(path)).blocks, probe.query) !== null;
  };
  return {
    recalled: among - missing,
    candidates: judged.length,
    shown: hits.length,
    right: hits.filter(isRight).length,
  };
}
