import { constants, copyFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reasonOf, SourceGone } from '../../errors.ts';
import { MEDIA_FOLDER } from '../../media/describe.ts';
import type { MediaFile } from '../../types.ts';
import type { Item } from '../item.ts';
import type { Target } from '../target.ts';

interface Copy extends Item {
  media: MediaFile;
}

/** The files of the content folder that articles show or link to, each once, under a name made of its bytes. */
export const media: Target<Copy, null> = {
  name: 'media',
  after: [],
  isWanted: ({ share }) => !share,
  items({ reading }) {
    const byPath = new Map(reading.media.map((one) => [one.path, one]));
    return [...byPath].map(([name, one]) => ({ name, key: one.hash, files: [name], media: one }));
  },
  async make(stale, { contentDir, tree, progress }, _before, slice) {
    if (stale.length === 0) return { data: null };
    using stage = progress.start('copy', stale.length);
    mkdirSync(path.join(tree.staging, MEDIA_FOLDER), { recursive: true });
    for (const { name, media: one } of stale) {
      const target = path.join(tree.staging, name);
      try {
        copyFileSync(path.join(contentDir, one.file), target, constants.COPYFILE_FICLONE);
      } catch (cause) {
        throw new SourceGone(`${one.file}: ${reasonOf(cause)} while the site was being built`, { cause });
      }
      if (statSync(target).size !== one.size)
        throw new SourceGone(`${one.file}: changed while the site was being built`);
      tree.add([[name, { hash: one.hash, size: one.size }]]);
      stage.tick(1);
      if (slice.isOver()) await slice.next();
    }
    stage.done();
    return { data: null };
  },
  data: z.null(),
};
