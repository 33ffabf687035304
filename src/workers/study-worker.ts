import { PackReader } from '../cache/article-pack.ts';
import { writeCacheFile } from '../cache/cache-file.ts';
import { encodeStudies } from '../study/kept-studies.ts';
import { type Study, type StudyOptions, studier } from '../study/study.ts';
import type { Location } from '../types.ts';
import { task } from './memory.ts';

/** Articles of one pack, and the file that what is learnt of them goes to. */
export interface StudyTask {
  articles: { file: string; title: string; at: Location }[];
  options: StudyOptions;
  file: string;
}

/** Studies the articles of a pack, and gives their number. */
export default task(({ articles, options, file }: StudyTask): number => {
  using store = new PackReader();
  const study = studier(options);
  const studies = articles.map(({ file, title, at }): [string, Study] => [
    file,
    study({ title, passages: store.passages(at) }),
  ]);
  writeCacheFile(file, encodeStudies(studies));
  return articles.length;
});
