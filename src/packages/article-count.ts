import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const reportSchema = z.object({ summary: z.object({ articles: z.int().nonnegative() }) });

/**
 * Number of articles of a built site, from its report.
 * @throws {UserError} where the folder holds no site
 */
export async function articleCount(siteDir: string): Promise<number> {
  try {
    const text = await readFile(path.join(siteDir, 'report.json'), 'utf8');
    return reportSchema.parse(JSON.parse(text)).summary.articles;
  } catch (cause) {
    throw new UserError(
      `${siteDir}: report.json cannot be read; expected a built site, run npm run build first`,
      { cause },
    );
  }
}
