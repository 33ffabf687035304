import { rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { keyOf } from '../../hash.ts';
import { buildPagefind } from '../../search/pagefind.ts';
import { pagefindDocument, type SearchDocument } from '../../search/pagefind-document.ts';
import { type PagefindPlan, type Volume, volumesOf } from '../../search/pagefind-plan.ts';
import { PAGEFIND_DIR, VOLUMES_FILE, volumesText } from '../../search/pagefind-volumes.ts';
import { authorsOf } from '../../text/authors.ts';
import type { Entry } from '../../types.ts';
import { programKey } from '../../version.ts';
import type { Context } from '../context.ts';
import type { Item } from '../item.ts';
import type { Made, Target } from '../target.ts';

/** What came of word search: whether it is there, and why, or why not. */
const outcomeSchema = z.object({ build: z.boolean(), reason: z.string() });
type Outcome = z.infer<typeof outcomeSchema>;

/** A volume of word search, or the list of them. */
interface PagefindItem extends Item {
  part: (Volume<Entry> & { dir: string; isFirst: boolean }) | null;
}

/** Characters of a volume's name: 40 bits tell one version of the site from another. */
const NAME_LENGTH = 10;

/**
 * Word search, oldest article first, volume by volume. It is made of the articles' texts, not of their pages: another layout leaves it as
 * it is, and an article at the end costs the last volume.
 */
export const pagefind: Target<PagefindItem, Outcome> = {
  name: 'pagefind',
  // Not beside the workers: what both take of the memory would add up.
  after: ['pages', 'index-pages', 'catalogue-exports', 'packs', 'page-exports'],
  // It takes longer than anything else.
  waitsFor: 'build',
  isWanted: ({ pagefind: plan, share }) => plan.build && !share,
  items: partsOf,
  async make(stale, context, before) {
    const { tree, progress, pagefind: plan } = context;
    const volumes = partsOf(context).flatMap(({ part }) => part ?? []);
    const fresh = stale.flatMap(({ part }) => part ?? []);
    using stage = progress.start(
      'pagefind',
      fresh.reduce((sum, { articles }) => sum + articles.length, 0),
    );
    try {
      for (const volume of fresh)
        await buildPagefind({
          documents: documentsOf(volume, context),
          chars: volume.chars,
          outDir: path.join(tree.staging, volume.dir),
          withProgram: volume.isFirst,
          onProgress: () => stage.tick(1),
        });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      stage.done();
      return without(error.message, context);
    }
    stage.done();
    const made = tree.addFolder(PAGEFIND_DIR);
    const kept = volumes.filter((volume) => !fresh.some(({ dir }) => dir === volume.dir));
    const files = (before?.files ?? []).filter((file) => kept.some(({ dir }) => dir === volumeOf(file)));
    tree.write(VOLUMES_FILE, volumesText(volumes.map(({ dir }) => path.posix.relative(PAGEFIND_DIR, dir))));
    return {
      data: {
        build: true,
        reason: volumes.length > 1 ? `${plan.reason}; ${volumes.length} volumes` : plan.reason,
      },
      files: [...new Set([...files, ...made, VOLUMES_FILE])],
    };
  },
  data: outcomeSchema,
};

/** Tells what came of word search in this build. */
export function pagefindOutcome({ records, pagefind: plan }: Pick<Context, 'records' | 'pagefind'>): Outcome {
  const told = outcomeSchema.safeParse(records.get(pagefind.name)?.data).data;
  return told ?? { build: plan.build, reason: plan.reason };
}

function partsOf({ reading, pagefind: plan }: Context): PagefindItem[] {
  const parts = volumesOf(reading.archive.entries, plan).map(
    (volume, number): PagefindItem & { key: string } => {
      const isFirst = number === 0;
      const key = keyOf(programKey(), `${isFirst} ${plan.share}`, ...volume.articles.map(fieldsOf));
      const dir = isFirst ? PAGEFIND_DIR : `${PAGEFIND_DIR}/volumes/${key.slice(0, NAME_LENGTH)}`;
      return { name: `${number}`, key, files: [], part: { ...volume, dir, isFirst } };
    },
  );
  // Also when the last volume is gone the list of them is another.
  return [{ name: 'list', key: keyOf(...parts.map(({ key }) => key)), files: [], part: null }, ...parts];
}

/** Everything that the document of an article is made from, as a text. */
const fieldsOf = ({ path: url, title, author, time, at }: Entry): string =>
  JSON.stringify([url, title, author, time?.date, at.text]);

function* documentsOf({ articles }: Volume<Entry>, context: Context): Generator<SearchDocument> {
  const { share }: PagefindPlan = context.pagefind;
  for (const entry of articles)
    yield pagefindDocument(
      { ...entry, authors: authorsOf(entry.author) },
      context.articles.read(entry.at),
      share,
    );
}

/** The folder of the volume that a file is part of. */
const volumeOf = (file: string): string => /^pagefind\/volumes\/[^/]+/.exec(file)?.[0] ?? PAGEFIND_DIR;

/** Leaves the site without word search: half an index is none. */
function without(message: string, { tree, progress }: Context): Made<Outcome> {
  progress.say(`${message} The site is published without word search.`);
  rmSync(path.join(tree.staging, PAGEFIND_DIR), { recursive: true, force: true });
  tree.write(VOLUMES_FILE, volumesText([]));
  return { data: { build: false, reason: message }, files: [VOLUMES_FILE], isUndone: true };
}
