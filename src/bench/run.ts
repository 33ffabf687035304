import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { BenchArchive } from './archive.ts';
import { type Cost, measure, type Size, sizeOf } from './measure.ts';
import { copyProject, measureOurs, type OwnRun } from './ours.ts';
import { eleventy } from './peers/eleventy.ts';
import { hexo } from './peers/hexo.ts';
import { hugo } from './peers/hugo.ts';
import type { Peer } from './peers/peer.ts';
import { quantile } from './statistics.ts';

/** Generators that this project is compared with. Another one is a file and a line here. */
const PEERS: readonly Peer[] = [eleventy, hugo, hexo];

/** A build by a peer, or why there is none. */
export type PeerRun = { name: string } & ((Cost & Size & { version: string }) | { absent: string });

/** Everything measured with one archive; of several rounds the medians. */
export interface ArchiveResult {
  name: string;
  archive: BenchArchive;
  peers: PeerRun[];
  ours: OwnRun[];
}

/** What to measure with, and how. */
export interface BenchTask {
  name: string;
  /** Writes the archive into a folder that is not there yet. */
  write(dir: string): BenchArchive;
  /** A folder of this measurement alone; emptied first. */
  dir: string;
  /** Folder in which Hexo is installed, or null. */
  hexoDir: string | null;
  rounds: number;
  say(line: string): void;
}

/**
 * Builds an archive in rounds: in each with every peer, then with ours, one after the other and nothing else beside them. A machine that is slower
 * for some minutes is so for all of them.
 * @throws {UserError} where a build of ours fails; one of a peer's becomes a row that says so
 */
export async function benchArchive({
  name,
  write,
  dir,
  hexoDir,
  rounds,
  say,
}: BenchTask): Promise<ArchiveResult> {
  rmSync(dir, { recursive: true, force: true });
  const archive = write(path.join(dir, 'archive'));
  const peers: PeerRun[][] = [];
  const ours: OwnRun[][] = [];
  for (let round = 1; round <= rounds; round++) {
    const work = path.join(dir, `round-${round}`);
    // Ours edits articles: each round has its own.
    const own = { ...archive, dir: path.join(work, 'content') };
    cpSync(archive.dir, own.dir, { recursive: true });
    const told = (who: string): void => say(`${name}, round ${round} of ${rounds}: ${who}`);
    const found: PeerRun[] = [];
    for (const peer of PEERS) {
      told(peer.name);
      found.push(await runPeer(peer, own, path.join(work, 'peer'), hexoDir));
      rmSync(path.join(work, 'peer'), { recursive: true, force: true });
    }
    peers.push(found);
    told('ours');
    ours.push(await measureOurs(own, copyProject(path.join(work, 'project')), path.join(work, 'out')));
    rmSync(work, { recursive: true, force: true });
  }
  return { name, archive, peers: medians(peers), ours: medians(ours) };
}

/** Of each row of some rounds the one with the median time; a row that failed once has failed. */
export function medians<Row extends { name: string } & (Cost | { absent: string })>(
  rounds: readonly (readonly Row[])[],
): Row[] {
  return (rounds[0] ?? []).map((first, at) => {
    const rows = rounds.map((round) => round[at] ?? first);
    const failed = rows.find((row) => !('seconds' in row));
    if (failed) return failed;
    const seconds = (row: Row): number => ('seconds' in row ? row.seconds : 0);
    const median = quantile(rows.map(seconds), 0.5);
    return rows.find((row) => seconds(row) === median) ?? first;
  });
}

async function runPeer(
  { name, largest = Number.POSITIVE_INFINITY, prepare }: Peer,
  archive: BenchArchive,
  dir: string,
  hexoDir: string | null,
): Promise<PeerRun> {
  const articles = archive.files.length;
  if (articles > largest) return { name, absent: `measured up to ${largest.toLocaleString('en')} articles` };
  mkdirSync(dir, { recursive: true });
  const setup = prepare(archive.dir, dir, hexoDir);
  if ('absent' in setup) return { name, absent: setup.absent };
  try {
    const cost = await measure(setup.command);
    const size = sizeOf(setup.outDir);
    if (size.files < articles) return { name, absent: `made ${size.files} files of ${articles} articles` };
    return { name, version: setup.version, ...cost, ...size };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, absent: `failed: ${error.message.split('\n')[0]}` };
  }
}
