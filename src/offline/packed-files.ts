import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../exporters/run.ts';
import { DIGEST_LENGTH, type Listing, listingFile } from './format.ts';

/** What a listing says of a file. */
export interface PackedFile {
  digest: string;
  size: number;
  /** The id of the pack it is in. */
  pack: string;
}

/**
 * What the listings of packs say of their files: what stands in the output as it was packed need be neither read nor looked at.
 * They say nothing of files that are made anew: who knows of one takes it out.
 * @param packs ids of packs that the last build left in the output, with the files in them
 */
export function packedFiles(packs: Iterable<string>, outDir: string): Map<string, PackedFile> {
  const files = new Map<string, PackedFile>();
  for (const id of packs)
    for (const [file, digest, size] of readListing(path.join(outDir, listingFile(id)), id))
      files.set(file, { digest, size, pack: id });
  return files;
}

/** A listing; an empty one where it is not what the pack is named after. */
function readListing(file: string, id: string): Listing {
  const text = readFileSync(file, 'utf8');
  return id.endsWith(`.${sha256(text).slice(0, DIGEST_LENGTH)}`) ? (JSON.parse(text) as Listing) : [];
}
