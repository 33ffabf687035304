import path from 'node:path';
import type { Group } from './groups.ts';
import type { GroupRecord } from './manifest.ts';
import { listFiles } from './output.ts';

/** Makes the groups that changed and remembers all of them. */
export class GroupMaker {
  readonly records: Record<string, GroupRecord> = {};
  /** True where a group was left out of date. */
  waiting = false;
  readonly #before: Record<string, GroupRecord>;
  readonly #present: ReadonlySet<string>;
  readonly #staging: string;
  readonly #mayWait: readonly string[];

  constructor(
    before: Record<string, GroupRecord>,
    present: ReadonlySet<string>,
    staging: string,
    mayWait: readonly string[],
  ) {
    this.#mayWait = mayWait;
    this.#before = before;
    this.#present = present;
    this.#staging = staging;
  }

  /** True where what the last build made under a name may stay, and does; out of date, then. */
  keep(name: string): boolean {
    const known = this.#before[name];
    if (!known || !this.#mayWait.includes(name) || !this.#isThere(known)) return false;
    this.records[name] = known;
    this.waiting = true;
    return true;
  }

  /** @returns what the group tells others */
  async make({ name, digest, place, make }: Group): Promise<unknown> {
    const known = this.#before[name];
    const current = digest !== '' && known?.digest === digest;
    if (known && current && this.#isThere(known)) this.records[name] = known;
    if (known && (name in this.records || this.keep(name))) return known.data;
    const data = await make(this.#staging);
    const files = place === null ? [] : filesOf(this.#staging, place);
    this.records[name] = { digest, files, data };
    return data;
  }

  #isThere({ files }: GroupRecord): boolean {
    return files.every((file) => this.#present.has(file));
  }

  files(): string[] {
    return Object.values(this.records).flatMap(({ files }) => files);
  }
}

/** The files of a folder, or the file itself, relative to `dir`. */
const filesOf = (dir: string, place: string): string[] =>
  /\.\w+$/.test(place) ? [place] : listFiles(path.join(dir, place)).map((file) => `${place}/${file}`);
