import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { addArticle, type BenchArchive, editArticle, enablePagefind } from './archive.ts';
import { type Cost, measure, type Size, sizeOf } from './measure.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Parts of this project that a copy needs for building. */
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', '.eleventy.js'];
const PARTS = ['src', 'scripts', 'layouts', ...FILES];

/** The builds in their order, each after a change: each finds what the one before it left. */
const STEPS: readonly [name: string, change: (archive: BenchArchive, project: string) => void][] = [
  ['cold', () => {}],
  ['nothing changed', () => {}],
  ['one article added', addArticle],
  ['the newest article edited', (archive) => editArticle(archive, -1)],
  ['an old article edited', (archive) => editArticle(archive, Math.floor(archive.files.length / 4))],
  ['the layout of all pages changed', (_, project) => changeLayout(project)],
];

/** A build of ours and what it cost. */
export interface OwnRun extends Cost, Size {
  name: string;
}

/** A copy of the project, so that a layout can be changed without anybody noticing. */
export function copyProject(dir: string): string {
  mkdirSync(dir, { recursive: true });
  for (const part of PARTS) cpSync(path.join(PROJECT, part), path.join(dir, part), { recursive: true });
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(dir, 'node_modules'), 'dir');
  return dir;
}

/**
 * Builds an archive again and again, each time after one change; the last row is the share that word search has in one more build.
 * @param project a fresh copy of this project, without cache
 * @param outDir must be missing
 * @throws {UserError} where a build fails
 */
export async function measureOurs(archive: BenchArchive, project: string, outDir: string): Promise<OwnRun[]> {
  const build = async (name: string): Promise<OwnRun> => {
    const args = ['scripts/run.js', 'build', '--content', archive.dir, '--out', outDir, '--profile'];
    const cost = await measure({ program: process.execPath, args, cwd: project });
    return { name, ...cost, ...sizeOf(outDir) };
  };
  const runs: OwnRun[] = [];
  for (const [name, change] of STEPS) {
    change(archive, project);
    runs.push(await build(name));
  }
  enablePagefind(archive);
  const run = await build('word search (Pagefind) alone');
  const stage = stagesOf(run.output).find(({ stage }) => stage === 'pagefind');
  if (!stage) throw new UserError(`Unexpected profile without pagefind:\n${run.output}`);
  runs.push({ ...run, seconds: stage.seconds, ...sizeOf(path.join(outDir, 'pagefind')) });
  return runs;
}

/** Reads what `--profile` printed: seconds by stage. */
export function stagesOf(output: string): { stage: string; seconds: number }[] {
  return [...output.matchAll(/^ {2}(\S+) +(\d+\.\d\d) s /gm)].map(([, stage = '', seconds]) => ({
    stage,
    seconds: Number(seconds),
  }));
}

/** Changes the layout that all pages share: the dearest change of a layout there is. */
function changeLayout(project: string): void {
  const file = path.join(project, 'layouts/base.njk');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('</body>', '<!-- changed -->\n</body>');
  if (changed === text) throw new UserError(`${file}: Unexpected layout without </body>`);
  writeFileSync(file, changed);
}
