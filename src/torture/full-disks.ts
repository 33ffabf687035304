import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { archive, write } from './archive.ts';
import { BUILD_BOUNDS, failuresOf, faultsOf, jiuwen, lastLine, type Run } from './jiuwen.ts';
import { coldDifferences, edit, siteOf } from './kills.ts';
import type { Kind, Round } from './kind.ts';

/** KiB of a disk that has room for everything, and the most that a build here has needed beside what it finds. */
const ROOM = 200_000;
const NEEDED = 3_000;
/** Words of the sentence for a disk without room. */
const SENTENCE = /disk is full|make room|no space|too large|file size/i;

/** Disks that are full at any moment of a build: a sentence, whole files in the output, and the next build is right. */
export const fullDisks: Kind = {
  name: 'full disks',
  async *tries(round: Round) {
    const disk = path.join(round.dir, 'disk');
    mkdirSync(disk);
    if (mount(disk, ROOM)) {
      try {
        yield* fill(disk, round, (build) => onSmallDisk(disk, round, build));
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    } else if (spawnSync('bash', ['-c', 'ulimit -f 1000']).status === 0) {
      round.skip('only root may mount a small disk: files were limited in size instead');
      yield* fill(disk, round, (build) => build(Math.ceil(1_000 ** round.random.next())));
    } else round.skip('neither a small disk can be mounted nor files be limited in size here');
  },
};

/** Builds an archive, changes it, builds it again without room, then with room. */
async function* fill(
  dir: string,
  { random, size }: Round,
  withoutRoom: (build: (fileLimit?: number) => Promise<Run>) => Promise<Run>,
): ReturnType<Kind['tries']> {
  const content = path.join(dir, 'content');
  write(content, archive(random, size === 'small' ? 10 : 60));
  const first = await jiuwen(dir, ['build']);
  const firstFaults = failuresOf(first);
  yield { input: content, seconds: first.seconds, memory: first.memory, faults: firstFaults };
  if (firstFaults.length) return;
  for (let left = size === 'small' ? 1 : 8; left > 0; left--) {
    const before = siteOf(path.join(dir, 'dist'));
    edit(content, random);
    const full = await withoutRoom((fileLimit) =>
      jiuwen(dir, ['build'], fileLimit === undefined ? BUILD_BOUNDS : { ...BUILD_BOUNDS, fileLimit }),
    );
    const faults = faultsOf(full);
    if (full.code !== 0 && faults.length === 0 && !SENTENCE.test(full.output))
      faults.push(`no sentence about the disk: ${lastLine(full)}`);
    const between = siteOf(path.join(dir, 'dist'));
    const next = await jiuwen(dir, ['build']);
    faults.push(...failuresOf(next), ...(await coldDifferences(dir)));
    const after = siteOf(path.join(dir, 'dist'));
    for (const [file, bytes] of between)
      if (!before.get(file)?.equals(bytes) && !after.get(file)?.equals(bytes))
        faults.push(`${file}: neither as it was nor as it will be, but ${bytes.length} bytes`);
    yield { input: content, seconds: full.seconds, memory: full.memory, faults };
    if (faults.length) return;
  }
}

/** Runs a build while the disk holds little more than it does now. */
async function onSmallDisk(disk: string, { random }: Round, build: () => Promise<Run>): Promise<Run> {
  const [, used = '0'] = spawnSync('df', ['-k', '--output=used', disk], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  mount(disk, Number(used) + Math.ceil(NEEDED ** random.next()), 'remount,');
  const run = await build();
  mount(disk, ROOM, 'remount,');
  return run;
}

const mount = (disk: string, kib: number, how = ''): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `${how}size=${kib}k`, 'tmpfs', disk]).status === 0;
