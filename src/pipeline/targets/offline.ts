import { paths } from '../../archive/paths.ts';
import { bundleWorker } from '../../assets/bundle.ts';
import { hashOf } from '../../hash.ts';
import {
  DIGEST_LENGTH,
  INDEX_FILE,
  OFFLINE_PAGE,
  type OfflineIndex,
  type PackGroup,
  UNSAVED_PAGE,
  WORKER_FILE,
  type WorkerSite,
} from '../../offline/format.ts';
import { joinGroups, packFiles, packFilesOf, packGroupsSchema } from '../../offline/packs.ts';
import { withoutPacks, withPacks } from '../../offline/page.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { TargetRecord } from '../record.ts';
import { type Target, told } from '../target.ts';

/** Pages that are there offline whether or not anything is saved. */
const SHELL_PAGES: readonly string[] = [
  paths.home,
  paths.search,
  paths.trends,
  paths.notFound,
  OFFLINE_PAGE,
  UNSAVED_PAGE,
];
/** Pages that are of use with the service worker only; it brings them itself. */
const NOT_PACKED: readonly string[] = [OFFLINE_PAGE, UNSAVED_PAGE];

/** Bytes of a file that is packed: hosts refuse more than 25 MiB, and a film is not what somebody saves an archive for. */
const LARGEST = 20_000_000;

/** A page that was kept offline must not stand in the way of the one somebody has just written. */
const isSaved = ({ settings, share, defers }: Context): boolean =>
  settings.offline && !share && !defers('build');

const packsBefore = (before: TargetRecord | undefined): PackGroup[] =>
  packGroupsSchema.safeParse(before?.data).data ?? [];

/** Packs of the pages, each as soon as its last page is written: they need not come from the disk again. */
export const packs: Target<Item, PackGroup[]> = {
  name: 'packs',
  after: ['assets'],
  beside: ['pages'],
  isWanted: isSaved,
  items: () => whole('packs', null),
  async make(_stale, { plan, tree }, before, slice) {
    const files = plan()
      .map(({ name }) => name)
      .filter((file) => !NOT_PACKED.includes(file));
    const groups = await packFilesOf(files, tree, packsBefore(before), slice);
    return { data: groups, files: packFiles(groups) };
  },
  data: packGroupsSchema,
};

/** Packs of what is no page or comes after them, and what depends on all packs: their index, the offline page's table of them, the service worker. */
export const offline: Target<Item, PackGroup[]> = {
  name: 'offline',
  after: [
    'assets',
    'media',
    'search',
    'suggestions',
    'catalogue-exports',
    'packs',
    'index-pages',
    'pagefind',
  ],
  items: () => whole('offline', null),
  async make(_stale, context, before, slice) {
    const { tree, progress, records, strings, share } = context;
    const page = (): string => tree.read(OFFLINE_PAGE).toString();
    const isThere = records.get('pages')?.keys.has(OFFLINE_PAGE);
    if (!isSaved(context)) {
      // An earlier build may have filled the page.
      if (isThere) tree.write(OFFLINE_PAGE, withoutPacks(page()));
      if (share) return { data: [] };
      tree.write(WORKER_FILE, await bundleWorker('gone', context.settings.language));
      return { data: [], files: [WORKER_FILE] };
    }
    using stage = progress.start('offline', 0);
    const others = ['assets', 'search', 'suggestions', 'index-pages', 'pagefind'].flatMap(
      (name) => records.get(name)?.files ?? [],
    );
    const exported = records.get('catalogue-exports')?.files ?? [];
    if (exported.includes(paths.authorNames)) others.push(paths.authorNames);
    // In the order of the articles that show them: what comes with a new article is packed behind the others.
    const shown = (records.get('media')?.files ?? []).filter((file) => tree.size(file) <= LARGEST);
    const own = await packFilesOf([...byFolder(others), ...shown], tree, packsBefore(before), slice);
    const groups = joinGroups([...(told(context, packs) ?? []), ...own]);
    const ids = groups.flatMap((group) => group.packs).map(({ id }) => id);
    const build = hashOf(JSON.stringify(ids)).slice(0, DIGEST_LENGTH);
    const index: OfflineIndex = { version: 1, build, groups };
    tree.write(INDEX_FILE, `${JSON.stringify(index)}\n`);
    tree.write(OFFLINE_PAGE, withPacks(page(), index, strings.offline));
    tree.write(WORKER_FILE, await workerText(context, build));
    stage.tick(context.reading.archive.entries.length);
    stage.done();
    return { data: own, files: [...packFiles(own), INDEX_FILE, WORKER_FILE] };
  },
  data: packGroupsSchema,
};

/** The service worker, with what it has to know of this build at its top. */
async function workerText({ tree, records, settings }: Context, build: string): Promise<string> {
  // The dictionary of the other script is heavier than all else: whoever wants it has it with the whole archive.
  const isLight = (file: string) => !/\/hant-/.test(file);
  const assets = records.get('assets')?.files ?? [];
  const files = [...SHELL_PAGES, ...assets.filter(isLight)].sort();
  const site: WorkerSite = {
    build,
    shell: Object.fromEntries(files.map((file) => [file, tree.hash(file).slice(0, DIGEST_LENGTH)])),
  };
  return `const SITE=${JSON.stringify(site)};\n${Buffer.from(await bundleWorker('main', settings.language)).toString()}`;
}

/** Files by folder, `2.bin` before `10.bin`. */
function byFolder(files: readonly string[]): string[] {
  const folder = (file: string): string => file.slice(0, file.lastIndexOf('/'));
  return files
    .map((file): [string, number, string] => [folder(file), file.length, file])
    .sort(([a, m, x], [b, n, y]) => compare(a, b) || m - n || compare(x, y))
    .map(([, , file]) => file);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
