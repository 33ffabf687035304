import path from 'node:path';
import { segment } from '../archive/ids.ts';
import { UserError } from '../errors.ts';
import { makeAtomically } from './atomic.ts';
import { bulk } from './bulk.ts';
import { epub } from './epub.ts';
import type { PackageContext, PackageKind } from './package.ts';
import { articleCount, readRecords } from './records.ts';
import { sqliteDatabase } from './sqlite.ts';
import { zim } from './zim.ts';
import { zip } from './zip.ts';

/** The packages that can be made of a built site on demand. A new kind is a file and an entry here. */
const kinds = new Map<string, PackageKind>(Object.entries({ zip, epub, zim, sqlite: sqliteDatabase, bulk }));

/** The kind of package to make, of what, and the folder it goes to; both directories are absolute. */
type PackageOrder = Omit<PackageContext, 'name' | 'count' | 'records'> & { kind: string; outDir: string };

/**
 * Makes one kind of package of a built site.
 * @returns absolute paths of what was made
 * @throws {UserError} for an unknown kind, a folder that holds no site, a missing tool, or a folder that takes no more
 */
export async function makePackage({ kind, outDir, ...order }: PackageOrder): Promise<string[]> {
  const { siteDir, settings } = order;
  const filesOf = kinds.get(kind);
  if (!filesOf) throw new UserError(`Unexpected ${kind}, expected one of: ${[...kinds.keys()].join(', ')}`);
  const count = await articleCount(siteDir);
  const name = segment(settings.title);
  const made: string[] = [];
  for await (const [ending, write] of filesOf({ ...order, name, count, records: () => readRecords(siteDir) }))
    made.push(await makeAtomically(path.join(outDir, name + ending), write));
  return made;
}
