import { bulk } from './bulk.ts';
import { epub } from './epub.ts';
import type { PackageKind } from './package.ts';
import { sqliteDatabase } from './sqlite.ts';
import { zim } from './zim.ts';
import { zip } from './zip.ts';

/** The packages that can be made of a built site on demand. A new kind is a file and a line here. */
export const packageKinds: readonly PackageKind[] = [zip, epub, zim, sqliteDatabase, bulk];
