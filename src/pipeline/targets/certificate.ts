import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { PackReader } from '../../cache/article-pack.ts';
import { UserError } from '../../errors.ts';
import type { SiteTree } from '../../files/site-tree.ts';
import { keyOf } from '../../hash.ts';
import { type Certificate, certificateSchema, certify } from '../../search/certificate.ts';
import { decodeRoot, encodeRoot, ROOT_FILE } from '../../search/gram/root.ts';
import { open } from '../../search/gram/search.ts';
import type { IndexDocument, Root, SegmentEntry } from '../../search/gram/types.ts';
import { indexFields } from '../../search/index-fields.ts';
import { joinCertificates } from '../../search/join-certificates.ts';
import type { Entry } from '../../types.ts';
import { programKey } from '../../version.ts';
import { type Item, whole } from '../item.ts';
import { sampleArticles } from '../sample-articles.ts';
import type { Target } from '../target.ts';
import { SEARCH_DIR } from './search.ts';

/**
 * Characters of text up to which a segment of the index is checked whole; of a larger one, articles with so many between them. Little of the
 * open one: it changes with every article.
 */
const CHECKED_CHARS = { closed: 240_000, year: 60_000, open: 60_000 };
/** Strings of each kind, and hits of each that are read again: for a segment that is checked whole, and for a sample of a large one, where each costs more. */
const EFFORT = { whole: { perKind: 40, shown: 3 }, sample: { perKind: 10, shown: 1 } };

const dataSchema = z.object({
  whole: certificateSchema,
  /** By their keys: that of a segment stands as long as the segment and its sample do. */
  segments: z.record(z.string(), certificateSchema),
});

/** The proof that the exact index finds what stands in the articles: strings are drawn from them, looked up and compared. */
export const certificate: Target<Item, z.infer<typeof dataSchema>> = {
  name: 'certificate',
  after: ['search'],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  async items({ tree, reading }) {
    const segments = await segmentsOf(tree, reading.archive.entries);
    return whole('certificate', keyOf(...segments.keys()));
  },
  async make(_stale, { tree, reading, articles }, before) {
    const known = dataSchema.safeParse(before?.data).data?.segments ?? {};
    const segments: Record<string, Certificate> = {};
    for (const [key, segment] of await segmentsOf(tree, reading.archive.entries))
      segments[key] = known[key] ?? (await certifySegment(segment, tree, articles));
    const all = joinCertificates(Object.values(segments));
    const { recall, precision, failures } = all;
    if (recall < 1 || precision < 1 || failures.length > 0)
      throw new UserError(
        `The search index is wrong (recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}) for: ${failures.join(' ')}\nBuild again with --no-cache; if that does not help, please report these strings.`,
      );
    return { data: { whole: all, segments } };
  },
  data: dataSchema,
};

/** A segment of the index with its articles. */
interface Segment {
  root: Root;
  entry: SegmentEntry;
  articles: readonly Entry[];
  /** Positions in `articles` of those that are checked. */
  numbers: number[];
}

/** The segments by their keys: an index is the sum of its segments, each of which holds articles that stand one after the other in the archive. */
async function segmentsOf(tree: SiteTree, entries: readonly Entry[]): Promise<Map<string, Segment>> {
  const root = await decodeRoot(tree.read(`${SEARCH_DIR}/${ROOT_FILE}`));
  let from = 0;
  return new Map(
    root.segments.map((entry) => {
      const articles = entries.slice(from, from + entry.documents);
      from += entry.documents;
      const numbers = sampleArticles(articles, CHECKED_CHARS[entry.kind]);
      // The sample goes by the articles' hashes, which the segment does not know.
      const key = keyOf(
        programKey(),
        JSON.stringify([entry, numbers.map((number) => [number, articles[number]?.hash])]),
      );
      return [key, { root, entry, articles, numbers }];
    }),
  );
}

/** Draws strings from the articles of a segment, looks them up in it and compares. */
async function certifySegment(
  { root, entry, articles, numbers }: Segment,
  tree: SiteTree,
  store: PackReader,
): Promise<Certificate> {
  const documentOf = (article: Entry): IndexDocument => ({
    ...indexFields(article),
    passages: store.passages(article.at),
  });
  const checked = numbers.map((number) => articles[number]).filter((article) => article !== undefined);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const read = (path: string): IndexDocument => {
    const article = byPath.get(path);
    if (!article) throw new Error(`${path}: no article`);
    return documentOf(article);
  };
  const search = open({
    directory: `${SEARCH_DIR}/`,
    // The root of an index as if it had this segment only.
    file: async (name) =>
      name === `${SEARCH_DIR}/${ROOT_FILE}`
        ? encodeRoot({ ...root, segments: [entry] }, (content) => deflateRawSync(content))
        : tree.read(name),
    page: async (path) => read(path),
  });
  return certify({
    *documents() {
      for (const article of checked) yield documentOf(article);
    },
    search,
    sample: { numbers, of: articles.length, read },
    ...(numbers.length === articles.length ? EFFORT.whole : EFFORT.sample),
  });
}
