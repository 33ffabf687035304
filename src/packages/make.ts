import { mkdir } from 'node:fs/promises';
import { segment } from '../archive/ids.ts';
import { UserError } from '../errors.ts';
import { articleCount } from './article-count.ts';
import { packageKinds } from './index.ts';
import type { PackageContext } from './package.ts';
import { readRecords } from './records.ts';
import { unwritable } from './unwritable.ts';

/** The kind of package to make, and of what; both directories are absolute. */
export interface PackageOrder
  extends Pick<PackageContext, 'siteDir' | 'outDir' | 'settings' | 'strings' | 'progress'> {
  kind: string;
}

/**
 * Makes one kind of package of a built site.
 * @returns absolute paths of what was made
 * @throws {UserError} for an unknown kind, a folder that holds no site, a missing tool, or a folder that takes no more
 */
export async function makePackage({ kind, ...order }: PackageOrder): Promise<string[]> {
  const { siteDir, outDir, settings } = order;
  const found = packageKinds.find(({ name }) => name === kind);
  if (!found)
    throw new UserError(
      `Unexpected ${kind}, expected one of: ${packageKinds.map(({ name }) => name).join(', ')}`,
    );
  const count = await articleCount(siteDir);
  await mkdir(outDir, { recursive: true }).catch((cause: unknown) => {
    throw unwritable(cause, outDir) ?? cause;
  });
  const name = segment(settings.title);
  return await found.make({ ...order, name, count, records: () => readRecords(siteDir) });
}
