import { mkdir } from 'node:fs/promises';
import { segment } from '../archive/ids.ts';
import { UserError } from '../errors.ts';
import { articleCount } from '../exporters/article-count.ts';
import type { Progress } from '../progress.ts';
import type { Settings } from '../settings.ts';
import { packageKinds } from './index.ts';
import { readRecords } from './records.ts';
import { unwritable } from './unwritable.ts';

/** What to make a package of; both directories are absolute. */
export interface PackageOrder {
  kind: string;
  siteDir: string;
  outDir: string;
  settings: Settings;
  progress: Progress;
}

/**
 * Makes one kind of package of a built site.
 * @returns absolute paths of what was made
 * @throws {UserError} for an unknown kind, a folder that holds no site, a missing tool, or a folder that takes no more
 */
export async function makePackage({
  kind,
  siteDir,
  outDir,
  settings,
  progress,
}: PackageOrder): Promise<string[]> {
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
  const records = () => readRecords(siteDir);
  return await found.make({ siteDir, outDir, settings, name, count, records, progress });
}
