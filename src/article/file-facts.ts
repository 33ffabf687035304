import type { ArticleTime } from '../types.ts';
import { readTime } from './time.ts';

const DATED =
  /(?<!\d)((?:19[89]|20\d)\d)[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)|(?<!\d)((?:19[89]|20\d)\d)年(\d{1,2})月(\d{1,2})日|(?<![\d-])((?:19[89]|20\d)\d)([01]\d)([0-3]\d)(?!\d)/;
/** `2013/08/05/` */
const FOLDERS = /(?:^|\/)((?:19[89]|20\d)\d)\/(\d{1,2})\/(\d{1,2})(?=\/)/;

/** The day in a file's name, else in the names of its folders; null where there is none. */
export function dateOfFile(file: string, zone: string): ArticleTime | null {
  const parts = file
    .replace(/\.[^./]*$/, '')
    .split('/')
    .reverse();
  for (const part of [...parts.slice(0, 1), FOLDERS.exec(file)?.[0] ?? '', ...parts.slice(1)]) {
    const match = DATED.exec(part) ?? FOLDERS.exec(`${part}/`);
    const numbers = match?.slice(1).filter((one) => one !== undefined);
    const time = numbers ? readTime(numbers.join('-'), zone) : null;
    if (time) return time;
  }
  return null;
}

/** Names that say what a file is for, not what it is about: the folder's name stands for it. */
const INDEX = /^(?:index|_index|readme|_readme|default|main|home|content|post|article)$/i;
/** Folders that say how a generator keeps its files. */
const KEPT_IN =
  /^(?:_posts|posts?|content|contents|source|src|docs?|pages?|blog|articles?|_drafts|zh|zh-cn|zh-hans|cn)$/i;

/** The name of an article's file without its ending and its date; its folder's where the file is called `index` or `README`. Empty where neither names anything. */
export function nameOfFile(file: string): string {
  const [last = '', ...folders] = file.split('/').reverse();
  const name = withoutDate(last.replace(/\.(?:md|markdown|mdown|mdx|txt)$/i, ''));
  if (!INDEX.test(name)) return name;
  const folder = folders[0] ?? '';
  return KEPT_IN.test(folder) ? '' : withoutDate(folder);
}

function withoutDate(name: string): string {
  const bare = name.replace(
    /^\d{4}[-_.]?\d{1,2}[-_.]?\d{1,2}[-_.\s]+(?=\S)|^\d{4}年\d{1,2}月\d{1,2}日[-_.\s]*(?=\S)/,
    '',
  );
  return bare === '' ? name : bare;
}

/** True for a name that is a word somebody chose: no number, no hash, no `untitled`. */
export const saysSomething = (name: string): boolean =>
  /\p{L}{2}|\p{Script=Han}/u.test(name) &&
  !/^(?:[\da-f]{8,}|[\da-f-]{32,}|(?:untitled|new[ _-]?(?:document|note|file)|无标题|未命名|新建)[\s\d()（）_-]*.*|img[_-]?\d+)$/i.test(
    name,
  );

/** True for a file in a folder of drafts. */
export const isInDrafts = (file: string): boolean => /(?:^|\/)_?drafts?\//i.test(file);
