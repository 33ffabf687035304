import { PackReader } from '../cache/article-pack.ts';
import { writeCacheFile } from '../cache/cache-file.ts';
import { Inverter } from '../search/gram/invert.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import type { Location } from '../types.ts';
import { task } from './memory.ts';

/** An article as the index keeps it, and where its text lies. */
export type IndexedArticle = Omit<IndexDocument, 'passages'> & { at: Location };

/** One part of the gram index: articles that stand one after the other in the archive, and the file the part goes to. */
interface Part {
  articles: IndexedArticle[];
  file: string;
}

/** Inverts the text of one part and gives the number of its articles. */
export default task(({ articles, file }: Part): number => {
  using store = new PackReader();
  const inverter = new Inverter();
  for (const { at, ...document } of articles) inverter.add({ ...document, passages: store.passages(at) });
  writeCacheFile(file, [inverter.part()]);
  return articles.length;
});
