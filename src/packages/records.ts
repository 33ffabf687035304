import { createReadStream, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { type ArticleRecord, articleRecordSchema } from '../exporters/article-record.ts';

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

const DATA = /^articles(?:-\d+)?\.jsonl\.gz$/;
/** Puts `articles-10` behind `articles-9`. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/**
 * All articles of a built site as data, oldest first, read line by line from `articles.jsonl.gz` or its parts.
 * @throws {UserError} where the site holds no such file, or one that holds something else
 */
export async function* readRecords(siteDir: string): AsyncGenerator<ArticleRecord> {
  const files = readdirSync(siteDir).filter((name) => DATA.test(name));
  if (files.length === 0)
    throw new UserError(
      `${siteDir}: articles.jsonl.gz is missing; expected a built site, run npm run build first`,
    );
  for (const file of files.sort(byNumber)) {
    const input = createReadStream(path.join(siteDir, file)).pipe(createGunzip());
    let number = 0;
    // `pipe` does not hand on errors of the file itself.
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line !== '') yield recordOf(line, `${path.join(siteDir, file)}:${number}`);
    }
  }
}

function recordOf(line: string, place: string): ArticleRecord {
  try {
    return articleRecordSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UserError(`${place}: is no article as this version writes them; build the site again`, {
      cause,
    });
  }
}
