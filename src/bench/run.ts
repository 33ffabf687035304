import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type BenchArchive, writeArchive } from './archive.ts';
import { type Cost, measure, type Size, sizeOf } from './measure.ts';
import { copyProject, measureOurs, type OwnRuns } from './ours.ts';
import { eleventy } from './peers/eleventy.ts';
import { hexo } from './peers/hexo.ts';
import { hugo } from './peers/hugo.ts';
import type { Peer } from './peers/peer.ts';

/** Generators that this project is compared with. Another one is a file and a line here. */
const PEERS: readonly Peer[] = [eleventy, hugo, hexo];

/** A build by a peer, or why there is none. */
export type PeerRun = { name: string } & ((Cost & Size & { version: string }) | { absent: string });

/** Everything measured with one archive. */
export interface SizeResult {
  archive: BenchArchive;
  peers: PeerRun[];
  ours: OwnRuns;
}

/**
 * Makes an archive and builds it: with each peer, then with ours, one after the other and nothing else beside them.
 * @param dir a folder of this measurement alone; emptied first
 * @param hexoDir folder in which Hexo is installed, or null
 * @throws {UserError} where a build of ours fails; one of a peer's becomes a row that says so
 */
export async function benchSize(
  articles: number,
  dir: string,
  hexoDir: string | null,
  say: (line: string) => void,
): Promise<SizeResult> {
  rmSync(dir, { recursive: true, force: true });
  say(`${articles} articles: making them`);
  const archive = writeArchive(path.join(dir, 'content'), articles);
  const found: PeerRun[] = [];
  for (const peer of PEERS) {
    say(`${articles} articles: ${peer.name}`);
    found.push(await runPeer(peer, archive, path.join(dir, 'peer'), hexoDir));
    rmSync(path.join(dir, 'peer'), { recursive: true, force: true });
  }
  say(`${articles} articles: ours`);
  const project = copyProject(path.join(dir, 'project'));
  const ours = await measureOurs(archive, project, path.join(dir, 'out'));
  return { archive, peers: found, ours };
}

async function runPeer(
  { name, largest = Number.POSITIVE_INFINITY, prepare }: Peer,
  archive: BenchArchive,
  dir: string,
  hexoDir: string | null,
): Promise<PeerRun> {
  if (archive.articles > largest)
    return { name, absent: `measured up to ${largest.toLocaleString('en')} articles` };
  mkdirSync(dir, { recursive: true });
  const setup = prepare(archive.dir, dir, hexoDir);
  if ('absent' in setup) return { name, absent: setup.absent };
  try {
    const cost = await measure(setup.command);
    const size = sizeOf(setup.outDir);
    if (size.files < archive.articles)
      return { name, absent: `made ${size.files} files of ${archive.articles} articles` };
    return { name, version: setup.version, ...cost, ...size };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, absent: `failed: ${error.message.split('\n')[0]}` };
  }
}
