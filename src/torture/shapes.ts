import path from 'node:path';
import { shapes as articles } from '../article/testing/shapes.ts';
import { SETTINGS, write } from './archive.ts';
import { type Bounds, BUILD_BOUNDS, failuresOf, jiuwen } from './jiuwen.ts';
import type { Kind } from './kind.ts';

/** Cost allowed to one article of at most 1 MB, Node and its workers included. */
const BOUNDS: Bounds = { seconds: 20, bytes: 1.5e9 };
/** Characters of an article: from round to round another size, up to 1 MB. */
const SIZES = { small: [300, 600], large: [10_000, 1_000_000] } as const;

/** Articles whose shape is dear to read: alone in an archive each, or some in one where a round is small. */
export const shapes: Kind = {
  name: 'shapes',
  async *tries({ random, dir, size }) {
    const [least, most] = SIZES[size];
    const characters = Math.round(least * (most / least) ** random.next());
    if (size === 'small') {
      write(path.join(dir, 'content'), { 'archive.yml': SETTINGS });
      let at = 0;
      // A fifth of them, others from seed to seed.
      for (const { text } of [...articles(characters)].filter(() => random.below(5) === 0))
        write(path.join(dir, 'content'), { [`${at++}.md`]: text });
      const run = await jiuwen(dir, ['build', '--no-cache'], BUILD_BOUNDS);
      yield { input: path.join(dir, 'content'), ...run, faults: failuresOf(run) };
      return;
    }
    // Drawn, not in order: a short run tries others each time.
    const all = [...articles(characters)].map((shape) => ({ shape, lot: random.next() }));
    for (const [at, { shape }] of all.sort((a, b) => a.lot - b.lot).entries()) {
      const own = path.join(dir, String(at));
      write(path.join(own, 'content'), { 'archive.yml': SETTINGS, 'shape.md': shape.text });
      const run = await jiuwen(own, ['build', '--no-cache'], BOUNDS);
      const faults = failuresOf(run).map(
        (fault) => `${shape.name}, ${shape.text.length} characters: ${fault}`,
      );
      yield { input: path.join(own, 'content'), ...run, faults };
    }
  },
};
