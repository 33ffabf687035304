import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import type { PartPlan } from '../../search/gram/build.ts';
import { decodeRoot, ROOT_FILE } from '../../search/gram/root.ts';
import type { Root } from '../../search/gram/types.ts';
import { programKey } from '../../version.ts';
import { inWorkers } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import { type Target, told } from '../target.ts';
import { AT_HAND, lengthOf, parts, partsOf } from './parts.ts';
import { hasWords, keepOnly, keepWords } from './segment-words.ts';
import { stringsOf } from './strings.ts';

/** Folder of the exact index in the output. */
export const SEARCH_DIR = 'search';

/**
 * The exact index: parts become segments, in a process of their own while pages are rendered. Segments that did not change stay in the output as
 * they are.
 */
export const search: Target<Item, { program: string }> = {
  name: 'search',
  after: ['parts', 'strings'],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  items: (context) => whole('search', keyOf(...partsOf(context).map(({ key }) => key))),
  async make(_stale, context, before) {
    const { tree, progress } = context;
    const planned = partsOf(context);
    // Segments are named after their documents, so only the same program may keep those of an earlier build.
    const { program } = search.data.safeParse(before?.data).data ?? {};
    const previous = program === programKey() ? await previousRoot(context) : undefined;
    const fresh = told(context, parts)?.fresh ?? [];
    // When a month or a year is over, its parts stay and their segment does not.
    const stands = ({ kind }: PartPlan): boolean =>
      previous?.segments.find((one) => one.kind === kind)?.documents ===
      lengthOf(planned.filter((one) => one.kind === kind));
    const joined = planned.filter((part) => fresh.includes(part.kind) || !stands(part));
    using stage = progress.start('search', lengthOf(joined));
    const task = {
      parts: planned.map(({ kind, file }) => ({ kind, file })),
      strings: stringsOf(context),
      previous,
      folder: `${SEARCH_DIR}/`,
      outDir: tree.staging,
    };
    for await (const { files, words } of inWorkers('join', [task], context, lengthOf(joined) > AT_HAND)) {
      tree.add(files);
      for (const [segment, own] of words) keepWords(context, segment, own);
    }
    stage.tick(lengthOf(joined));
    stage.done();
    const root = await rootOf(context);
    keepOnly(context, root.segments);
    return { files: indexFiles(root), data: { program: programKey() } };
  },
  data: z.object({ program: z.string() }),
};

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
      segments: root.segments.filter(
        (segment) =>
          hasWords(context, segment.name) && indexFiles({ ...root, segments: [segment] }).every(isThere),
      ),
    };
  } catch {
    return undefined;
  }
}
