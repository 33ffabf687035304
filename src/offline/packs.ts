import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../exporters/run.ts';
import type { Pace } from '../pipeline/pace.ts';
import type { WrittenPages } from '../pipeline/written-pages.ts';
import { type PackedContent, zipOf } from '../zip/zip.ts';
import { type Draft, Drafter, isDeflated } from './draft.ts';
import {
  DIGEST_LENGTH,
  isArticle,
  type Listing,
  listingFile,
  PACK_DIR,
  type Pack,
  type PackGroup,
  packFile,
} from './format.ts';
import type { OldPacks } from './old-packs.ts';
import type { SiteFiles } from './site-files.ts';

/** What making packs needs. */
export interface PackPlace {
  site: SiteFiles;
  staging: string;
  /** The packs of the last build, whose files are still in the output. */
  known: ReadonlyMap<string, Pack>;
  old: OldPacks;
}

/** Packs a site, file by file. A pack that the last build made of the same files stays as it is. */
export class PackMaker {
  readonly #place: PackPlace;
  readonly #drafter = new Drafter();
  readonly #made: { at: number; group: string; pack: Pack }[] = [];
  /** One pack is on its way to the disk while the next is made. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(place: PackPlace) {
    this.#place = place;
    mkdirSync(path.join(place.staging, PACK_DIR), { recursive: true });
  }

  /**
   * Packs files of the site, articles oldest first. No pack has files of two calls.
   * @param pages those that are still being written are waited for
   * @param onPack called with the articles of a pack that is done
   */
  async add(
    files: readonly string[],
    pages: WrittenPages | null,
    pace: Pace,
    onPack: (articles: number) => void,
  ): Promise<void> {
    this.#drafter.expect(files);
    for (const file of files) {
      if (pages && !pages.isReady(file)) await pages.ready(file);
      for (const draft of this.#drafter.add(file, this.#place.site.size(file)))
        onPack((await this.#finish(draft, pace)).articles);
      if (pace.isDue()) await pace.rest();
    }
  }

  /** The groups, in the order of their first files. */
  async groups(): Promise<PackGroup[]> {
    await this.#writing;
    const groups = new Map<string, PackGroup>();
    for (const { group, pack } of this.#made.sort((a, b) => a.at - b.at)) {
      const known = groups.get(group) ?? { id: group, packs: [] };
      known.packs.push(pack);
      groups.set(group, known);
    }
    return [...groups.values()];
  }

  /** Waits until nothing is on its way to the disk, after a failure. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #finish(draft: Draft, pace: Pace): Promise<Pack> {
    const { site, known } = this.#place;
    const listing = listingText(draft, site);
    const id = `${draft.name}.${sha256(listing).slice(0, DIGEST_LENGTH)}`;
    const pack = known.get(id) ?? (await this.#make(id, draft, listing, pace));
    this.#made.push({ at: draft.at, group: draft.group, pack });
    return pack;
  }

  async #make(id: string, { files }: Draft, listing: string, pace: Pace): Promise<Pack> {
    const { site, staging, old } = this.#place;
    const content = async (file: string): Promise<Uint8Array | PackedContent> => {
      if (pace.isDue()) await pace.rest();
      return (isDeflated(file) ? undefined : old.member(file)) ?? site.read(file);
    };
    const zip = await zipOf(
      files.map((file) => ({ name: file, content: () => content(file), compress: !isDeflated(file) })),
    );
    await this.#writing;
    this.#writing = Promise.all([
      writeFile(path.join(staging, packFile(id)), zip),
      writeFile(path.join(staging, listingFile(id)), listing),
    ]);
    // Its failure is met when it is waited for.
    this.#writing.catch(() => undefined);
    return {
      id,
      sha256: sha256(zip),
      bytes: zip.length,
      size: files.reduce((sum, file) => sum + site.size(file), 0),
      articles: files.filter(isArticle).length,
    };
  }
}

function listingText({ files }: Draft, site: SiteFiles): string {
  const listing: Listing = [];
  for (const file of files) listing.push([file, site.digest(file), site.size(file)]);
  return JSON.stringify(listing);
}
