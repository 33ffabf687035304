import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.ts';
import type { ArticleRecord } from '../exporters/article-record.ts';

/**
 * All articles of a built site as data, oldest first, read line by line from `articles.jsonl.gz` or its parts.
 * @throws {UserError} where the site holds no such file
 */
export async function* readRecords(siteDir: string): AsyncGenerator<ArticleRecord> {
  for (const file of dataFiles(siteDir)) {
    const text = createReadStream(file).pipe(createGunzip());
    // `pipe` does not hand on errors of the file itself.
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line !== '') yield JSON.parse(line) as ArticleRecord;
  }
}

function dataFiles(siteDir: string): string[] {
  const whole = path.join(siteDir, 'articles.jsonl.gz');
  if (existsSync(whole)) return [whole];
  const parts: string[] = [];
  for (let part = 1; ; part++) {
    const file = path.join(siteDir, `articles-${part}.jsonl.gz`);
    if (!existsSync(file)) break;
    parts.push(file);
  }
  if (parts.length === 0)
    throw new UserError(
      `${siteDir}: articles.jsonl.gz is missing; expected a built site, run npm run build first`,
    );
  return parts;
}
