import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../bench/random.ts';
import { differences, treeOf } from '../files/testing.ts';
import { archive, article, write } from './archive.ts';
import { BUILD_BOUNDS, failuresOf, jiuwen } from './jiuwen.ts';
import type { Kind } from './kind.ts';

/** Module that ends a build just before it changes a file for the nth time. */
const KILLER = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let left = Number(process.env.KILL_AT);
  const names = ['rename', 'writeFile', 'rm', 'mkdir', 'copyFile', 'rmdir', 'open', 'utimes', 'link', 'unlink'];
  for (const name of names)
    for (const [object, key] of [[fs, name + 'Sync'], [fs.promises, name], [fs, name]]) {
      const call = object[key];
      if (typeof call !== 'function') continue;
      object[key] = (...args) => {
        if (--left === 0) process.kill(process.pid, 'SIGKILL');
        return call(...args);
      };
    }
  syncBuiltinESMExports();
`)}`;

/** Builds killed at any moment: the next one leaves the tree of a first build. */
export const kills: Kind = {
  name: 'kills',
  async *tries({ random, dir, size }) {
    const content = path.join(dir, 'content');
    write(content, archive(random, size === 'small' ? 10 : 60));
    const first = await jiuwen(dir, ['build']);
    yield { input: content, seconds: first.seconds, memory: first.memory, faults: failuresOf(first) };
    for (let left = size === 'small' ? 1 : 10; left > 0; left--) {
      edit(content, random);
      // Changes of files number some hundred; the first ones and the last ones matter most.
      const at = Math.ceil(600 ** random.next());
      const isEvent = random.below(2) === 0;
      const killAfter = first.seconds * 1000 * 1.1 * random.next();
      const moment = isEvent ? `before change ${at} of a file` : `after ${killAfter.toFixed()} ms`;
      const killed = isEvent
        ? await jiuwen(dir, ['build'], {
            ...BUILD_BOUNDS,
            node: ['--import', KILLER],
            env: { KILL_AT: String(at) },
          })
        : await jiuwen(dir, ['build'], { ...BUILD_BOUNDS, killAfter });
      const faults = killed.signal ? [] : failuresOf(killed);
      const next = await jiuwen(dir, ['build']);
      faults.push(...failuresOf(next), ...(await coldDifferences(dir)));
      yield {
        input: dir,
        seconds: next.seconds,
        memory: next.memory,
        faults: faults.map((fault) => `killed ${moment}: ${fault}`),
      };
      // A kept folder shows the state of the failure.
      if (faults.length) return;
    }
  },
};

/** Changes, adds and removes articles. */
export function edit(content: string, random: Random): void {
  for (let left = 1 + random.below(4); left > 0; left--)
    write(content, { [`${random.below(70)}.md`]: article(random) });
  if (random.below(2)) rmSync(path.join(content, `${random.below(70)}.md`), { force: true });
}

/** In which files the output differs from that of a first build of the same content. */
export async function coldDifferences(dir: string): Promise<string[]> {
  rmSync(path.join(dir, 'cold'), { recursive: true, force: true });
  const cold = await jiuwen(dir, ['build', '--no-cache', '--out', 'cold']);
  const faults = failuresOf(cold);
  return faults.length ? faults : differences(siteOf(path.join(dir, 'dist')), siteOf(path.join(dir, 'cold')));
}

/** The published files; the marker is read by builds only. */
export function siteOf(dir: string): Map<string, Buffer> {
  const tree = treeOf(dir);
  tree.delete('.jiuwen');
  return tree;
}
