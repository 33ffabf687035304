import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '../../archive/paths.ts';
import { bundleWorker } from '../../build/assets.ts';
import { codeOf } from '../../build/code.ts';
import type { GroupRecord } from '../../build/manifest.ts';
import type { Progress } from '../../build/progress.ts';
import {
  DIGEST_LENGTH,
  INDEX_FILE,
  listingFile,
  OFFLINE_PAGE,
  type OfflineIndex,
  type Pack,
  packFile,
  UNSAVED_PAGE,
  WORKER_FILE,
  type WorkerSite,
} from '../../client/offline/format.ts';
import { sha256 } from '../run.ts';
import { packedFiles } from './packed-files.ts';
import { makePacks } from './packs.ts';
import { withoutPacks, withPacks } from './page.ts';
import { SiteFiles } from './site-files.ts';

/** What saving a site offline is made from. */
export interface OfflinePlace {
  /** `offline` of the settings. */
  wanted: boolean;
  /** Every file of the site, articles oldest first. */
  files: readonly string[];
  /** SHA-256 (hex) of a file, where it is known. */
  knownHash(file: string): string | undefined;
  staging: string;
  outDir: string;
  /** The files in the output. */
  present: ReadonlySet<string>;
  /** What the last build left, or null. */
  before: GroupRecord | null;
  progress: Progress;
}

/** Pages that are there offline whether or not anything is saved. */
const SHELL_PAGES = [paths.home, paths.search, paths.notFound, OFFLINE_PAGE, UNSAVED_PAGE];
/** Pages that are of use with the service worker only; it brings them itself. */
const NOT_PACKED = new Set([OFFLINE_PAGE, UNSAVED_PAGE]);

/**
 * Makes what a browser needs to keep the archive: packs, their index, the offline page's table of them, the service worker.
 * All of it depends on finished pages, so it comes last.
 * @returns the files there are now, and the packs for the next build
 */
export async function makeOffline(place: OfflinePlace): Promise<GroupRecord> {
  const { wanted, staging, outDir, present, knownHash, progress } = place;
  if (!wanted) {
    await emptyOffline(place.files, staging, outDir);
    // A worker that an earlier build left in browsers has to go.
    await writeFile(path.join(staging, WORKER_FILE), await bundleWorker('gone'));
    return { digest: '', files: [WORKER_FILE], data: [] };
  }
  const code = codeOf('src/exporters/offline', 'src/exporters/zip', 'src/client/offline/format.ts');
  const before = (place.before?.digest === code ? place.before.data : []) as Pack[];
  const known = new Map(
    before
      .filter(({ id }) => present.has(packFile(id)) && present.has(listingFile(id)))
      .map((pack) => [pack.id, pack]),
  );
  const site = new SiteFiles(staging, outDir, knownHash, packedFiles(known.keys(), outDir, staging));
  progress.start('offline', 0);
  const files = inPackOrder(place.files);
  const groups = await makePacks({ files, site, staging, known, onPack: (n) => progress.tick(n) });
  const packs = groups.flatMap((group) => group.packs);
  const build = sha256(JSON.stringify(packs.map(({ id }) => id))).slice(0, DIGEST_LENGTH);
  const index: OfflineIndex = { version: 1, build, groups };
  await write(staging, INDEX_FILE, `${JSON.stringify(index)}\n`);
  await write(staging, OFFLINE_PAGE, withPacks(site.read(OFFLINE_PAGE).toString(), index));
  await write(staging, WORKER_FILE, await workerText(place, build));
  progress.done();
  const packFiles = packs.flatMap(({ id }) => [packFile(id), listingFile(id)]);
  return { digest: code, files: [...packFiles, INDEX_FILE, WORKER_FILE], data: packs };
}

/** Where nothing is packed: the offline page as it is rendered, though an earlier build filled it. */
export async function emptyOffline(files: readonly string[], staging: string, outDir: string): Promise<void> {
  if (!files.includes(OFFLINE_PAGE)) return;
  const page = new SiteFiles(staging, outDir, () => undefined).read(OFFLINE_PAGE).toString();
  await write(staging, OFFLINE_PAGE, withoutPacks(page));
}

/** The pages in their own order; then what pages are looked up and shown with, by folder, `2.bin` before `10.bin`. */
function inPackOrder(files: readonly string[]): string[] {
  const pages = files.filter((file) => file.endsWith('.html') && !NOT_PACKED.has(file));
  const folder = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const others = files
    .filter((file) => /^(?:assets|search|pagefind)\//.test(file))
    .map((file): [string, number, string] => [folder(file), file.length, file])
    .sort(([a, m, x], [b, n, y]) => compare(a, b) || m - n || compare(x, y));
  return [...pages, ...others.map(([, , file]) => file)];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The service worker, with what it has to know of this build at its top. */
async function workerText({ files, staging, outDir }: OfflinePlace, build: string): Promise<string> {
  // The offline page has just been finished: its hash is asked for anew.
  const site = new SiteFiles(staging, outDir, () => undefined);
  const shell = files.filter((file) => SHELL_PAGES.includes(file) || /^assets\//.test(file)).sort();
  const about: WorkerSite = {
    build,
    shell: Object.fromEntries(shell.map((file) => [file, site.sha256(file).slice(0, DIGEST_LENGTH)])),
  };
  return `const SITE=${JSON.stringify(about)};\n${Buffer.from(await bundleWorker('main')).toString()}`;
}

async function write(staging: string, file: string, text: string): Promise<void> {
  const target = path.join(staging, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
