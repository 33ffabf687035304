import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '../archive/paths.ts';
import { bundleWorker } from '../assets/bundle.ts';
import { sha256 } from '../exporters/run.ts';
import type { GroupRecord } from '../pipeline/manifest.ts';
import { listFiles } from '../pipeline/output.ts';
import { Pace } from '../pipeline/pace.ts';
import type { Progress } from '../pipeline/progress.ts';
import { codeOf } from '../pipeline/version.ts';
import type { WrittenPages } from '../pipeline/written-pages.ts';
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
} from './format.ts';
import { OldPacks } from './old-packs.ts';
import { type PackedFile, packedFiles } from './packed-files.ts';
import { PackMaker } from './packs.ts';
import { withoutPacks, withPacks } from './page.ts';
import { SiteFiles } from './site-files.ts';

/** Where saving a site offline is prepared. */
export interface OfflinePlace {
  /** SHA-256 (hex) of a finished file, where it is known. */
  knownHash(file: string): string | undefined;
  staging: string;
  outDir: string;
  /** The files in the output. */
  present: ReadonlySet<string>;
  /** The pages that this build renders. */
  changed: Iterable<string>;
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
 * Packs of pages can be made while others are still being rendered; all else depends on every page, and comes last.
 */
export class Offline {
  readonly #place: OfflinePlace;
  readonly #site: SiteFiles;
  /** The files in the output of which this build makes no others. */
  readonly #packed: Map<string, PackedFile>;
  readonly #code = codeOf('src/offline', 'src/zip');
  readonly #packs: PackMaker;
  /** Packed so far. */
  #articles = 0;

  constructor(place: OfflinePlace) {
    const { staging, outDir, knownHash, present, changed } = place;
    this.#place = place;
    const before = (place.before?.digest === this.#code ? place.before.data : []) as Pack[];
    const known = new Map(
      before
        .filter(({ id }) => present.has(packFile(id)) && present.has(listingFile(id)))
        .map((pack) => [pack.id, pack]),
    );
    this.#packed = packedFiles(known.keys(), outDir);
    for (const page of changed) this.#packed.delete(page);
    this.#site = new SiteFiles(staging, outDir, knownHash, this.#packed);
    const old = new OldPacks(outDir, known, this.#packed);
    this.#packs = new PackMaker({ site: this.#site, staging, known, old });
  }

  /**
   * Packs the pages.
   * @param files of the site, articles oldest first
   * @param pages those that are still being written are waited for
   */
  async addPages(
    files: readonly string[],
    pages: WrittenPages | null = null,
    pace = new Pace(),
  ): Promise<void> {
    await this.#add(
      files.filter((file) => file.endsWith('.html') && !NOT_PACKED.has(file)),
      pages,
      pace,
    );
  }

  /**
   * Packs what is not a page, and makes what depends on all packs.
   * @param files of the site, pages too
   * @returns the files there are now, and the packs for the next build
   */
  async finish(files: readonly string[]): Promise<GroupRecord> {
    const { staging, progress } = this.#place;
    progress.start('offline', 0);
    if (this.#packed.size > 0) for (const file of listFiles(staging)) this.#packed.delete(file);
    await this.#add(notPages(files), null, new Pace());
    const groups = await this.#packs.groups();
    const packs = groups.flatMap((group) => group.packs);
    const build = sha256(JSON.stringify(packs.map(({ id }) => id))).slice(0, DIGEST_LENGTH);
    const index: OfflineIndex = { version: 1, build, groups };
    await write(staging, INDEX_FILE, `${JSON.stringify(index)}\n`);
    await write(staging, OFFLINE_PAGE, withPacks(this.#site.read(OFFLINE_PAGE).toString(), index));
    await write(staging, WORKER_FILE, await this.#workerText(files, build));
    progress.tick(this.#articles);
    progress.done();
    const packFiles = packs.flatMap(({ id }) => [packFile(id), listingFile(id)]);
    return { digest: this.#code, files: [...packFiles, INDEX_FILE, WORKER_FILE], data: packs };
  }

  async #add(files: readonly string[], pages: WrittenPages | null, pace: Pace): Promise<void> {
    try {
      await this.#packs.add(files, pages, pace, (articles) => {
        this.#articles += articles;
      });
    } catch (error) {
      await this.#packs.settled();
      throw error;
    }
  }

  /** The service worker, with what it has to know of this build at its top. */
  async #workerText(files: readonly string[], build: string): Promise<string> {
    const { staging, outDir } = this.#place;
    // The offline page has just been finished: its hash is asked for anew.
    const site = new SiteFiles(staging, outDir, () => undefined);
    const shell = files.filter((file) => SHELL_PAGES.includes(file) || /^assets\//.test(file)).sort();
    const about: WorkerSite = {
      build,
      shell: Object.fromEntries(shell.map((file) => [file, site.sha256(file).slice(0, DIGEST_LENGTH)])),
    };
    return `const SITE=${JSON.stringify(about)};\n${Buffer.from(await bundleWorker('main')).toString()}`;
  }
}

/** Where nothing may be saved: no packs, and a worker that removes what an earlier build left in browsers. */
export async function noOffline(
  files: readonly string[],
  { staging, outDir }: Pick<OfflinePlace, 'staging' | 'outDir'>,
): Promise<GroupRecord> {
  await emptyOffline(files, staging, outDir);
  await writeFile(path.join(staging, WORKER_FILE), await bundleWorker('gone'));
  return { digest: '', files: [WORKER_FILE], data: [] };
}

/** Where nothing is packed: the offline page as it is rendered, though an earlier build filled it. */
export async function emptyOffline(files: readonly string[], staging: string, outDir: string): Promise<void> {
  if (!files.includes(OFFLINE_PAGE)) return;
  const page = new SiteFiles(staging, outDir, () => undefined).read(OFFLINE_PAGE).toString();
  await write(staging, OFFLINE_PAGE, withoutPacks(page));
}

/** What pages are looked up and shown with, by folder, `2.bin` before `10.bin`. */
function notPages(files: readonly string[]): string[] {
  const folder = (file: string) => file.slice(0, file.lastIndexOf('/'));
  return files
    .filter((file) => /^(?:assets|search|pagefind)\//.test(file))
    .map((file): [string, number, string] => [folder(file), file.length, file])
    .sort(([a, m, x], [b, n, y]) => compare(a, b) || m - n || compare(x, y))
    .map(([, , file]) => file);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

async function write(staging: string, file: string, text: string): Promise<void> {
  const target = path.join(staging, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
