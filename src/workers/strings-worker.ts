import { PackReader } from '../cache/article-pack.ts';
import { writeCacheFile } from '../cache/cache-file.ts';
import { encodeHeld, heldStrings } from '../search/gram/held-strings.ts';
import { foldPage } from '../search/gram/verify.ts';
import type { IndexedArticle } from './invert-worker.ts';
import { task } from './memory.ts';

/** The articles of one segment of the index, and the file that its strings go to. */
export interface SegmentTexts {
  articles: IndexedArticle[];
  file: string;
}

/** Finds the strings of a segment that its proofs are made of, and keeps them. @returns the number of its articles */
export function keepStrings({ articles, file }: SegmentTexts): number {
  using texts = new PackReader();
  const strings = heldStrings(articles.length, (number) => {
    const article = articles[number];
    return article ? foldPage({ ...article, passages: texts.passages(article.at) }).blocks : [];
  });
  writeCacheFile(file, encodeHeld(strings));
  return articles.length;
}

export default task(keepStrings);
