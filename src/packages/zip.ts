import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '../archive/paths.ts';
import { DISK } from '../offline/disk-layout.ts';
import { writeZip, type ZipMember } from '../zip/zip.ts';
import { diskScripts, isIndex } from './disk-scripts.ts';
import type { PackageContext, PackageKind } from './package.ts';
import { offlineFiles } from './site-files.ts';

/** Endings of files that do not get smaller. */
const COMPRESSED = /\.(?:gz|br|zip|png|jpe?g|gif|webp|avif|woff2)$/;

/** Page to begin with. */
const HOME = 'index.html';
/** Page that asks for the index while it loads. */
const SEARCH = paths.search;

/** `<name>.zip`: the site in a folder; unpack it, open `index.html`, read and search. */
export const zip: PackageKind = async function* (context) {
  yield ['.zip', (file) => writeZip(file, members(context))];
};

/** The site's files, then the scripts it is searched with from a disk, last the home page: who finds it has unpacked the rest. */
async function* members(context: PackageContext): AsyncGenerator<ZipMember> {
  const { siteDir, name, strings, records, progress } = context;
  const files = offlineFiles(siteDir);
  // In a folder of its own, so that unpacking does not strew thousands of files about.
  const inside = (member: ZipMember): ZipMember => ({ ...member, name: `${name}/${member.name}` });
  using stage = progress.start('zip', files.length);
  for (const file of files) {
    stage.tick(1);
    if (file === HOME || file === SEARCH || isIndex(file)) continue;
    yield inside({
      name: file,
      content: { file: path.join(siteDir, file) },
      compress: !COMPRESSED.test(file),
    });
  }
  stage.done();
  using searching = progress.start('zip search', 0);
  for await (const member of diskScripts(siteDir, files, records())) {
    yield inside(member);
    searching.tick(1);
  }
  if (files.includes(SEARCH))
    yield inside({ name: SEARCH, content: () => searchPage(siteDir), compress: true });
  yield inside({ name: UNPACKED, content: Buffer.from('.unpack{display:none}\n'), compress: false });
  yield inside({ name: HOME, content: () => home(siteDir, strings.packages.unpack), compress: true });
  searching.done();
}

/** Style sheet that hides the sentence for those who opened the home page inside the zip. */
const UNPACKED = `${DISK}unpacked.css`;

/** The search page without asking for the index beforehand: a browser refuses that from a disk, and its scripts stand for it. */
async function searchPage(siteDir: string): Promise<Uint8Array> {
  const html = await readFile(path.join(siteDir, SEARCH), 'utf8');
  return Buffer.from(html.replace(/<link rel="preload" as="fetch"[^>]*>\n?/, ''));
}

/** The home page with a sentence that shows where it lies alone: Windows opens a file of a zip without the others. */
async function home(siteDir: string, unpack: string): Promise<Uint8Array> {
  const html = await readFile(path.join(siteDir, HOME), 'utf8');
  return Buffer.from(
    html
      .replace('</head>', `<link rel="stylesheet" href="${UNPACKED}">\n</head>`)
      .replace(/<body[^>]*>/, (body) => `${body}\n<p class="unpack">${unpack}</p>`),
  );
}
