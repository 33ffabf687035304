import { cpSync, lstatSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../bench/random.ts';
import { listFiles } from '../files/list-files.ts';
import { archive, article, write } from './archive.ts';
import { failuresOf, faultsOf, jiuwen } from './jiuwen.ts';
import { edit } from './kills.ts';
import type { Kind } from './kind.ts';

/** Files of others that stand in outputs: of repositories, hosts, editors and people. */
const FOREIGN = [
  '.git/HEAD',
  '.git/objects/ab/cdef',
  '.github/workflows/deploy.yml',
  '.nojekyll',
  '.htaccess',
  '.well-known/security.txt',
  'CNAME',
  'README.md',
  'LICENSE',
  'uploads/a.png',
  'uploads/2013/b.bin',
  'assets/own.css',
  'assets/.gitkeep',
  '2013/notes.txt',
  '2013/.hidden/x',
  'tags/private.html',
  'index.html.bak',
  'googleabc123.html',
  'a b/旧 闻.txt',
];
/** Files at paths that the site is going to want. */
const WANTED = ['wanted.html', 'wanted.md'];

/** Situations in which an output is built again. */
const SITUATIONS: readonly { name: string; before(dir: string): void; flags?: readonly string[] }[] = [
  { name: 'as it was left', before: () => {} },
  {
    name: 'cloned to another machine',
    before(dir) {
      cpSync(path.join(dir, 'dist'), path.join(dir, 'clone'), { recursive: true, verbatimSymlinks: true });
      for (const own of ['dist', 'dist-files.txt', 'dist-changes.json', '.cache'])
        rmSync(path.join(dir, own), { recursive: true, force: true });
      renameSync(path.join(dir, 'clone'), path.join(dir, 'dist'));
    },
  },
  {
    name: 'without its cache',
    before: (dir) => rmSync(path.join(dir, '.cache'), { recursive: true, force: true }),
  },
  { name: 'without its marker', before: (dir) => rmSync(path.join(dir, 'dist', '.jiuwen'), { force: true }) },
  { name: 'by a build that keeps nothing', before: () => {}, flags: ['--no-cache'] },
];

/** Outputs that hold files of others: a rebuild leaves each of them as it is, or refuses with a sentence. */
export const foreignFiles: Kind = {
  name: 'foreign files',
  async *tries({ random, dir, size }) {
    for (const [at, situation] of SITUATIONS.slice(0, size === 'small' ? 2 : SITUATIONS.length).entries()) {
      const own = path.join(dir, String(at));
      const content = path.join(own, 'content');
      const site = path.join(own, 'dist');
      write(content, archive(random, size === 'small' ? 6 : 30));
      const first = await jiuwen(own, ['build']);
      writeForeign(site, random);
      const foreign = statesOf(site, listFiles(site).filter(isForeign));
      edit(content, random);
      // What the site has now becomes superfluous, and what others hold becomes wanted.
      write(content, { 'wanted.md': article(random).replace(/^time: .*$/m, 'time: 2013-08-01') });
      rmSync(path.join(content, '1.md'), { force: true });
      situation.before(own);
      const run = await jiuwen(own, ['build', ...(situation.flags ?? [])]);
      const faults = [...failuresOf(first), ...faultsOf(run)];
      const after = statesOf(site, [...foreign.keys()]);
      for (const [file, state] of foreign)
        if (after.get(file) !== state)
          faults.push(
            `${situation.name}: ${file} ${after.has(file) ? 'was changed' : 'is gone'}, and the build ended with ${run.code}`,
          );
      yield { input: own, seconds: run.seconds, memory: run.memory, faults };
    }
  },
};

const isForeign = (file: string): boolean =>
  FOREIGN.includes(file) || WANTED.some((name) => file.endsWith(name)) || /^link-/.test(file);

function writeForeign(site: string, random: Random): void {
  const text = () => `theirs ${random.below(1e9)}\n`;
  for (const file of FOREIGN) if (random.below(4)) write(site, { [file]: text() });
  for (const file of WANTED) if (random.below(2)) write(site, { [`2013/08/${file}`]: text() });
  write(site, { '../elsewhere/kept.txt': text() });
  symlinkSync('../elsewhere', path.join(site, 'link-to-folder'));
  symlinkSync('uploads/a.png', path.join(site, 'link-to-file'));
  symlinkSync('nowhere', path.join(site, 'link-to-nothing'));
}

/** Content of each path: bytes, or where a link leads. */
const statesOf = (site: string, files: readonly string[]): Map<string, string> =>
  new Map(
    files.flatMap((file): [string, string][] => {
      const full = path.join(site, file);
      const stats = lstatSync(full, { throwIfNoEntry: false });
      if (!stats) return [];
      return [[file, stats.isSymbolicLink() ? `→ ${readlinkSync(full)}` : readFileSync(full, 'hex')]];
    }),
  );
