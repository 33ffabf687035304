import { constants, deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { PackReader } from '../../cache/article-pack.ts';
import { CacheFile } from '../../cache/cache-file.ts';
import { keyOf } from '../../hash.ts';
import { everyNth, joinParts, type PartPlan, planParts } from '../../search/gram/build.ts';
import { decodeRoot, ROOT_FILE } from '../../search/gram/root.ts';
import type { Root } from '../../search/gram/types.ts';
import { indexFields } from '../../search/index-fields.ts';
import type { Entry } from '../../types.ts';
import { programKey } from '../../version.ts';
import { inWorkers } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** Folder of the exact index in the output. */
export const SEARCH_DIR = 'search';

/** Postings are numbers, few of them alike: short matches are not looked for, and small blocks suit the columns. */
const DEFLATE = { level: 6, memLevel: 5, strategy: constants.Z_FILTERED };

/**
 * The exact index: parts of it that changed are inverted in worker processes, the others come from the cache; then parts become segments.
 * Segments that did not change stay in the output as they are.
 */
export const search: Target<Item, { program: string }> = {
  name: 'search',
  after: [],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  items: (context) => whole('search', keyOf(...partsOf(context).map(({ key }) => key))),
  async make(_stale, context, before) {
    const { tree, progress } = context;
    const cache = context.cache('parts');
    const parts = partsOf(context).map((part) => ({ ...part, file: cache.file(part.key) }));
    cache.sweep();
    const tasks = parts
      .filter(({ key }) => !cache.has(key))
      .map(({ from, to, file }) => ({
        articles: context.reading.archive.entries.slice(from, to).map(indexed),
        file,
      }));
    progress.start(
      'search',
      tasks.reduce((sum, { articles }) => sum + articles.length, 0),
    );
    for await (const articles of inWorkers('invert', tasks, context)) progress.tick(articles);

    // Segments are named after their documents, so only the same program may keep those of an earlier build.
    const { program } = search.data.safeParse(before?.data).data ?? {};
    const sources: CacheFile[] = [];
    using texts = new PackReader();
    try {
      const root = await joinParts({
        parts: parts.map(({ kind, file }) => {
          const source = new CacheFile(file);
          sources.push(source);
          return { kind, source };
        }),
        *read(from, to, step) {
          const { entries } = context.reading.archive;
          for (const { at, ...fields } of everyNth(entries.slice(from, to), step).map(indexed))
            yield { ...fields, passages: texts.passages(at) };
        },
        previous: program === programKey() ? await previousRoot(context) : undefined,
        deflate: (bytes) => deflateRawSync(bytes, DEFLATE),
        write: (name, bytes) => tree.writeAside(`${SEARCH_DIR}/${name}`, bytes),
      });
      await tree.written();
      progress.done();
      return { files: indexFiles(root), data: { program: programKey() } };
    } finally {
      for (const source of sources) source[Symbol.dispose]();
    }
  },
  data: z.object({ program: z.string() }),
};

/** The parts of the index, each with the key of everything it depends on. */
function partsOf({ reading, key }: Context): (PartPlan & { key: string })[] {
  const { entries } = reading.archive;
  return planParts(entries.map(({ time }) => time?.date ?? '')).map((plan) => {
    const articles = entries.slice(plan.from, plan.to).map((entry) => entry.key);
    return { ...plan, key: keyOf(key, articles.join('')) };
  });
}

/** An article as the index takes it. */
const indexed = (entry: Entry) => ({ ...indexFields(entry), at: entry.at });

/** The files of an index, by its root. */
function indexFiles(root: Root): string[] {
  const files = root.segments.flatMap(({ name, firstKeys, pathFiles }) => [
    ...firstKeys.map((_, chunk) => `${name}/${chunk}.bin`),
    ...Array.from({ length: pathFiles }, (_, at) => `${name}/paths-${at}.bin`),
  ]);
  return [ROOT_FILE, ...files].map((file) => `${SEARCH_DIR}/${file}`);
}

/** The root of the index of this build, once it is made, or of the one that stands in the output. */
export const rootOf = ({ tree }: Context): Promise<Root> =>
  decodeRoot(tree.read(`${SEARCH_DIR}/${ROOT_FILE}`));

/** The root of the index that stands in the output, with the segments whose files are all there; undefined where there is none, or one of another format. */
async function previousRoot(context: Context): Promise<Root | undefined> {
  try {
    const root = await rootOf(context);
    const isThere = (file: string): boolean => context.tree.present.has(file);
    return {
      ...root,
      segments: root.segments.filter((segment) =>
        indexFiles({ ...root, segments: [segment] }).every(isThere),
      ),
    };
  } catch {
    return undefined;
  }
}
