import { CacheFile, DamagedCache } from '../cache/cache-file.ts';
import type { Found } from '../related/found.ts';
import { type Relatable, relate } from '../related/relate.ts';
import type { Terms } from '../related/terms.ts';
import { task } from './memory.ts';

/** The articles of an archive, in its order, and where it is kept what others are found by. */
export interface RelateTask {
  articles: (Omit<Relatable, keyof Terms> & {
    /** Its file, and which of `kept` has its terms. */
    file: string;
    at: number;
  })[];
  /** Files of the cache, as `study-worker.ts` writes them. */
  kept: string[];
}

/** Finds what the articles of an archive have to do with one another. Their terms are never in the process that asks. */
export default task(({ articles, kept }: RelateTask): Found => {
  const terms = kept.map(readTerms);
  return relate(
    articles.map(({ file, at, ...article }) => {
      const own = terms[at]?.get(file);
      if (!own) throw new DamagedCache(`${file}: its terms are gone`);
      return { ...article, ...own };
    }),
  );
});

/** The terms of the articles of a pack, by their files. */
function readTerms(name: string): Map<string, Terms> {
  using file = new CacheFile(name);
  return new Map<string, Terms>(JSON.parse(file.read(0, file.size).toString()));
}
