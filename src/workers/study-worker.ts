import { PackReader } from '../cache/article-pack.ts';
import { writeCacheFile } from '../cache/cache-file.ts';
import { STUDY_PARTS, type Study, type StudyOptions, studier } from '../study/study.ts';
import type { Location } from '../types.ts';
import { task } from './memory.ts';

/** Articles of one pack, and the files that what is learnt of them goes to. */
export interface StudyTask {
  articles: { file: string; title: string; at: Location }[];
  options: StudyOptions;
  files: Record<keyof Study, string>;
}

/** Studies the articles of a pack, and gives their number. */
export default task(({ articles, options, files }: StudyTask): number => {
  using store = new PackReader();
  const study = studier(options);
  const studies = articles.map(({ file, title, at }): [string, Study] => [
    file,
    study({ title, passages: store.passages(at) }),
  ]);
  for (const part of STUDY_PARTS) {
    const list = studies.map(([file, own]) => [file, own[part]]);
    writeCacheFile(files[part], [Buffer.from(JSON.stringify(list))]);
  }
  return articles.length;
});
