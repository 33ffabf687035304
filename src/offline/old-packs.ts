import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../exporters/run.ts';
import { packedMembers } from '../zip/read.ts';
import type { PackedContent } from '../zip/zip.ts';
import { type Pack, packFile } from './format.ts';
import type { PackedFile } from './packed-files.ts';

type Members = ReadonlyMap<string, PackedContent>;

/** Packs held at a time: files come in about the order they have in the old packs, and a new pack may begin with the end of the one before. */
const OPEN = 2;
const NONE: Members = new Map();

/**
 * The packs of the last build, to take from them what is deflated already: of a pack of hundreds of pages, an edit changes one.
 * What cannot be taken is packed anew: a damaged pack is no error.
 */
export class OldPacks {
  readonly #outDir: string;
  readonly #known: ReadonlyMap<string, Pack>;
  readonly #packed: ReadonlyMap<string, PackedFile>;
  /** Pack → its members; none when it is damaged, or closed: no pack is read twice. */
  readonly #members = new Map<string, Members>();
  readonly #open: string[] = [];

  /**
   * @param known packs that stand in the output
   * @param packed files that are as they were packed; looked at whenever a file is asked for
   */
  constructor(outDir: string, known: ReadonlyMap<string, Pack>, packed: ReadonlyMap<string, PackedFile>) {
    this.#outDir = outDir;
    this.#known = known;
    this.#packed = packed;
  }

  /** A file as it lies in an old pack, if it is unchanged and its pack undamaged. */
  member(file: string): PackedContent | undefined {
    const packed = this.#packed.get(file);
    if (!packed) return undefined;
    const member = this.#membersOf(packed.pack).get(file);
    return member?.size === packed.size ? member : undefined;
  }

  #membersOf(id: string): Members {
    const open = this.#members.get(id);
    if (open) return open;
    const members = this.#read(id);
    this.#members.set(id, members);
    this.#open.push(id);
    const closed = this.#open.length > OPEN ? this.#open.shift() : undefined;
    if (closed !== undefined) this.#members.set(closed, NONE);
    return members;
  }

  #read(id: string): Members {
    try {
      const zip = readFileSync(path.join(this.#outDir, packFile(id)));
      return sha256(zip) === this.#known.get(id)?.sha256 ? packedMembers(zip) : NONE;
    } catch {
      // An unreadable pack is a damaged one: nothing depends on it, as its pages are there.
      return NONE;
    }
  }
}
