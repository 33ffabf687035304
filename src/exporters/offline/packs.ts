import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  DIGEST_LENGTH,
  isArticle,
  type Listing,
  listingFile,
  PACK_DIR,
  type Pack,
  type PackGroup,
  packFile,
} from '../../client/offline/format.ts';
import { sha256 } from '../run.ts';
import { zipOf } from '../zip/zip.ts';
import { type Draft, draftPacks, isDeflated } from './draft.ts';
import type { SiteFiles } from './site-files.ts';

/** What making packs needs. */
export interface PackPlace {
  /** What goes into packs, articles oldest first. */
  files: readonly string[];
  site: SiteFiles;
  staging: string;
  /** The packs of the last build, whose files are still in the output. */
  known: ReadonlyMap<string, Pack>;
  /** Called with the articles of a pack that is done. */
  onPack(articles: number): void;
}

/**
 * Packs a site. A pack that the last build made of the same files stays as it is.
 * @returns the groups, in the order of their first files
 */
export async function makePacks({ files, site, staging, known, onPack }: PackPlace): Promise<PackGroup[]> {
  await mkdir(path.join(staging, PACK_DIR), { recursive: true });
  const groups = new Map<string, PackGroup>();
  for (const draft of draftPacks(files, (file) => site.size(file))) {
    const text = listingText(draft, site);
    const id = `${draft.name}.${sha256(text).slice(0, DIGEST_LENGTH)}`;
    const pack = known.get(id) ?? (await makePack(id, draft, text, site, staging));
    const group = groups.get(draft.group) ?? { id: draft.group, packs: [] };
    group.packs.push(pack);
    groups.set(draft.group, group);
    onPack(pack.articles);
  }
  return [...groups.values()];
}

function listingText({ files }: Draft, site: SiteFiles): string {
  const listing: Listing = [];
  for (const file of files) listing.push([file, site.digest(file), site.size(file)]);
  return JSON.stringify(listing);
}

async function makePack(
  id: string,
  { files }: Draft,
  listing: string,
  site: SiteFiles,
  staging: string,
): Promise<Pack> {
  const zip = await zipOf(
    files.map((file) => ({ name: file, content: async () => site.read(file), compress: !isDeflated(file) })),
  );
  await writeFile(path.join(staging, packFile(id)), zip);
  await writeFile(path.join(staging, listingFile(id)), listing);
  return {
    id,
    sha256: sha256(zip),
    bytes: zip.length,
    size: files.reduce((sum, file) => sum + site.size(file), 0),
    articles: files.filter(isArticle).length,
  };
}
