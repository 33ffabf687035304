import { readFileSync } from 'node:fs';
import type { SiteTree } from '../files/site-tree.ts';
import { hashOf } from '../hash.ts';
import { packedMembers } from '../zip/read.ts';
import type { PackedContent } from '../zip/zip.ts';
import { type Pack, packFile } from './format.ts';

type Members = ReadonlyMap<string, PackedContent>;

/** Packs held at a time: a file lies in the pack of the same name, or, where others came or went, in the one before or behind it. */
const HELD = 3;
const NONE: Members = new Map();

/**
 * The packs of the last build, to take from them what is deflated already: of a pack of hundreds of pages, an edit changes one.
 * Members that cannot be taken are packed anew: a damaged pack is no error.
 */
export class OldPacks {
  readonly #tree: SiteTree;
  /** By name, without the hash in the id. */
  readonly #known: ReadonlyMap<string, Pack>;
  readonly #held = new Map<string, Members>();

  /** @param known packs of the last build that stand in the output */
  constructor(tree: SiteTree, known: Iterable<Pack>) {
    this.#tree = tree;
    this.#known = new Map([...known].map((pack) => [pack.id.replace(/\.\w+$/, ''), pack]));
  }

  /**
   * A file as it lies in an old pack, if it is as the last build left it and its pack undamaged.
   * @param name of the pack that it is wanted for, e.g. `2013-2`
   */
  member(file: string, name: string): PackedContent | undefined {
    if (!this.#tree.isKept(file)) return undefined;
    const [, section = '', part = ''] = /^(.*)-(\d+)$/.exec(name) ?? [];
    for (const number of [Number(part), Number(part) - 1, Number(part) + 1]) {
      const member = this.#members(`${section}-${number}`).get(file);
      if (member && member.size === this.#tree.size(file)) return member;
    }
    return undefined;
  }

  #members(name: string): Members {
    const held = this.#held.get(name) ?? this.#read(name);
    // The one asked for last is let go last.
    this.#held.delete(name);
    this.#held.set(name, held);
    for (const [oldest] of this.#held) if (this.#held.size > HELD) this.#held.delete(oldest);
    return held;
  }

  #read(name: string): Members {
    const pack = this.#known.get(name);
    if (!pack) return NONE;
    try {
      const zip = readFileSync(`${this.#tree.outDir}/${packFile(pack.id)}`);
      return hashOf(zip) === pack.sha256 ? packedMembers(zip) : NONE;
    } catch {
      // An unreadable pack is a damaged one: nothing depends on it, as its pages are there.
      return NONE;
    }
  }
}
