import { z } from 'zod';
import type { SiteTree } from '../files/site-tree.ts';
import { hashOf } from '../hash.ts';
import type { TimeSlice } from '../time-slice.ts';
import { type PackedContent, zipOf } from '../zip/zip.ts';
import { type Draft, Drafter, isDeflated } from './draft.ts';
import {
  DIGEST_LENGTH,
  isArticle,
  type Listing,
  listingFile,
  type Pack,
  type PackGroup,
  packFile,
} from './format.ts';
import { OldPacks } from './old-packs.ts';

/** Packs as they are remembered from build to build. */
export const packGroupsSchema: z.ZodType<PackGroup[]> = z.array(
  z.object({
    id: z.string(),
    packs: z.array(
      z.object({
        id: z.string(),
        sha256: z.string(),
        bytes: z.number(),
        size: z.number(),
        articles: z.number(),
      }),
    ),
  }),
);

/** The files that packs come to: each has a list of its own beside it. */
export const packFiles = (groups: readonly PackGroup[]): string[] =>
  groups.flatMap(({ packs }) => packs).flatMap(({ id }) => [packFile(id), listingFile(id)]);

/**
 * Packs files of a site, articles oldest first. A pack that the last build made of the same files stays as it is.
 * @param files those that are still being written are waited for
 * @param before packs of the last build
 * @returns the groups, in the order of their first files
 */
export async function packFilesOf(
  files: readonly string[],
  tree: SiteTree,
  before: readonly PackGroup[],
  slice: TimeSlice,
): Promise<PackGroup[]> {
  const known = new Map(
    before
      .flatMap(({ packs }) => packs)
      .filter(({ id }) => tree.present.has(packFile(id)) && tree.present.has(listingFile(id)))
      .map((pack) => [pack.id, pack]),
  );
  const old = new OldPacks(tree, known.values());
  const made: { draft: Draft; pack: Pack }[] = [];
  const drafter = new Drafter(files);
  for (const file of files) {
    if (!tree.isReady(file)) await tree.ready(file);
    for (const draft of drafter.add(file, tree.size(file))) {
      const listing = listingText(draft, tree);
      const id = `${draft.name}.${hashOf(listing).slice(0, DIGEST_LENGTH)}`;
      const pack = known.get(id) ?? (await makePack(id, draft, tree, old, slice));
      if (!known.has(id)) tree.write(listingFile(id), listing);
      made.push({ draft, pack });
    }
    if (slice.isOver()) await slice.next();
  }
  const groups = new Map<string, PackGroup>();
  for (const { draft, pack } of made.sort((a, b) => a.draft.at - b.draft.at)) {
    const group = groups.get(draft.group) ?? { id: draft.group, packs: [] };
    group.packs.push(pack);
    groups.set(draft.group, group);
  }
  return [...groups.values()];
}

/** Groups of packs, those of one name together. */
export function joinGroups(groups: readonly PackGroup[]): PackGroup[] {
  const joined = new Map<string, PackGroup>();
  for (const { id, packs } of groups)
    joined.set(id, { id, packs: [...(joined.get(id)?.packs ?? []), ...packs] });
  return [...joined.values()];
}

async function makePack(
  id: string,
  { files, name }: Draft,
  tree: SiteTree,
  old: OldPacks,
  slice: TimeSlice,
): Promise<Pack> {
  const content = async (file: string): Promise<Uint8Array | PackedContent> => {
    if (slice.isOver()) await slice.next();
    return (isDeflated(file) ? undefined : old.member(file, name)) ?? tree.read(file);
  };
  const zip = await zipOf(
    files.map((file) => ({ name: file, content: () => content(file), compress: !isDeflated(file) })),
  );
  tree.write(packFile(id), zip);
  return {
    id,
    sha256: hashOf(zip),
    bytes: zip.length,
    size: files.reduce((sum, file) => sum + tree.size(file), 0),
    articles: files.filter(isArticle).length,
  };
}

function listingText({ files }: Draft, tree: SiteTree): string {
  const digest = (file: string) => tree.hash(file).slice(0, DIGEST_LENGTH);
  return JSON.stringify(files.map((file): Listing[number] => [file, digest(file), tree.size(file)]));
}
