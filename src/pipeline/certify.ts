import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { PackReader } from '../cache/store.ts';
import { UserError } from '../errors.ts';
import { type Certificate, certify } from '../search/certificate.ts';
import { decodeRoot, encodeRoot, ROOT_FILE } from '../search/gram/root.ts';
import { open } from '../search/gram/search.ts';
import type { IndexDocument, Root, SegmentEntry } from '../search/gram/types.ts';
import { joinCertificates } from '../search/join-certificates.ts';
import type { Archive, Entry } from '../types.ts';
import { GRAM_DIR, type GramIndex } from './gram.ts';
import type { Group } from './groups.ts';
import { codeOf, digest } from './version.ts';

/**
 * Characters of text up to which a segment of the index is checked whole; of a larger one, articles with so many between them. Little of the
 * open one: it changes with every article.
 */
const CHECKED_CHARS = { closed: 240_000, open: 60_000 };
/** Strings of each kind, and hits of each that are read again: for a segment that is checked whole, and for a sample of a large one, where each costs more. */
const EFFORT = { whole: { perKind: 40, shown: 3 }, sample: { perKind: 10, shown: 1 } };

/** What the manifest keeps of a certificate: that of each segment stands as long as the segment and its sample do. */
export interface CertificateRecord {
  whole: Certificate;
  /** By what they depend on. */
  segments: Record<string, Certificate>;
}

/** A segment of the index with its articles. */
interface Stretch {
  segment: SegmentEntry;
  entries: readonly Entry[];
  /** Positions in `entries` of those that are checked. */
  numbers: number[];
}

/**
 * Certifies the index that stands in the staging folder or, where it did not change, in the output.
 * @param before what the last build's group left, if anything
 * @throws {UserError} from `make`, naming the strings that were not found or wrongly shown
 */
export function certificateGroup(
  archive: Pick<Archive, 'entries'>,
  gram: Pick<GramIndex, 'report'>,
  outDir: string,
  before: CertificateRecord | null,
): Group {
  const code = codeOf('src/search', 'src/pipeline/certify.ts');
  const stretches = new Map(
    stretchesOf(archive, gram.report.root).map((stretch) => [digest(code, inputsOf(stretch)), stretch]),
  );
  return {
    name: 'certificate',
    place: null,
    digest: digest(...stretches.keys()),
    async make(staging): Promise<CertificateRecord> {
      const segments: CertificateRecord['segments'] = {};
      for (const [key, stretch] of stretches)
        segments[key] = before?.segments[key] ?? (await certifySegment(stretch, [staging, outDir]));
      const whole = joinCertificates(Object.values(segments));
      const { recall, precision, failures } = whole;
      if (recall < 1 || precision < 1 || failures.length > 0)
        throw new UserError(
          `The search index is wrong (recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}) for: ${failures.join(' ')}\nBuild again with --no-cache; if that does not help, please report these strings.`,
        );
      return { whole, segments };
    },
  };
}

/** An index is the sum of its segments: each holds a stretch of the archive, one after the other. */
function stretchesOf({ entries }: Pick<Archive, 'entries'>, root: Root): Stretch[] {
  let from = 0;
  return root.segments.map((segment) => {
    const own = entries.slice(from, from + segment.documents);
    from += segment.documents;
    return { segment, entries: own, numbers: sampleOf(own, CHECKED_CHARS[segment.kind]) };
  });
}

/** Everything a segment's certificate depends on: the sample goes by the sources' digests, which the segment does not know. */
const inputsOf = ({ segment, entries, numbers }: Stretch): string =>
  JSON.stringify([segment, numbers.map((number) => [number, entries[number]?.digest])]);

/**
 * Draws strings from the articles of a segment, looks them up in it and compares.
 * @param dirs folders where the index may stand; the first that has a file counts
 */
async function certifySegment(
  { segment, entries, numbers }: Stretch,
  dirs: readonly string[],
): Promise<Certificate> {
  const whole = numbers.length === entries.length;
  using store = new PackReader();
  const documentOf = ({ path, title, author, time, topics, at }: Entry): IndexDocument => {
    return { path, title, author, date: time?.date ?? '', tags: topics, passages: store.passages(at) };
  };
  function* documents(): Generator<IndexDocument> {
    for (const number of numbers) {
      const entry = entries[number];
      if (entry) yield documentOf(entry);
    }
  }
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const read = (name: string): IndexDocument => {
    const entry = byPath.get(name);
    if (!entry) throw new Error(`${name}: no article`);
    return documentOf(entry);
  };
  const search = open({
    directory: `${GRAM_DIR}/`,
    async file(name) {
      const bytes = await readFirst(dirs, name);
      return name === `${GRAM_DIR}/${ROOT_FILE}` ? rootOf(bytes, segment.name) : bytes;
    },
    page: async (path) => read(path),
  });
  return certify({
    documents,
    search,
    sample: { numbers, of: entries.length, read },
    ...(whole ? EFFORT.whole : EFFORT.sample),
  });
}

/** The root of an index as if it had one segment only. */
async function rootOf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const root = await decodeRoot(bytes);
  const segments = root.segments.filter((segment) => segment.name === name);
  return encodeRoot({ ...root, segments }, (content) => deflateRawSync(content));
}

/**
 * Numbers of the articles to check, ascending. A sample goes by the articles' digests, so that it is as good as drawn by lot, and
 * mostly the same one when an article comes.
 * @param most characters of text between them, unless the first has more
 */
export function sampleOf(entries: readonly Pick<Entry, 'digest' | 'chars'>[], most: number): number[] {
  const all = entries.reduce((sum, { chars }) => sum + chars, 0);
  // Digests are as good as evenly spread: a few more than are wanted, and only those are put in order.
  for (let share = (2 * most + 1) / Math.max(1, all); ; share *= 2) {
    const some = lotsBelow(entries, share);
    some.sort((a, b) => a.lot - b.lot || a.number - b.number);
    const chosen: number[] = [];
    let chars = 0;
    for (const { number } of some) {
      chars += entries[number]?.chars ?? 0;
      if (chars > most && chosen.length > 0) return chosen.sort((a, b) => a - b);
      chosen.push(number);
    }
    if (share >= 1) return chosen.sort((a, b) => a - b);
  }
}

/** The lots of those articles whose digest is among the lowest. @param share of all digests there may be */
function lotsBelow(
  entries: readonly Pick<Entry, 'digest'>[],
  share: number,
): { number: number; lot: number }[] {
  const bound =
    share < 1
      ? Math.floor(share * 16 ** 4)
          .toString(16)
          .padStart(4, '0')
      : 'g';
  const lots: { number: number; lot: number }[] = [];
  for (const [number, { digest }] of entries.entries())
    if (digest < bound) lots.push({ number, lot: Number.parseInt(digest.slice(0, 12), 16) });
  return lots;
}

async function readFirst(dirs: readonly string[], name: string): Promise<Uint8Array> {
  for (const dir of dirs.slice(0, -1)) {
    try {
      return await readFile(path.join(dir, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return readFile(path.join(dirs.at(-1) ?? '', name));
}
