import type { Archive } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { link } from './link.ts';

/** What the ways of an archive are made from. */
export const waysIn = ({ relations }: Archive) => ({ threads: relations.threads.length });

/** The pages that look at the whole archive and are not named at the head of each page: they lead to one another. @param here path of the page itself */
export const waysFrom = (here: string, { threads }: ReturnType<typeof waysIn>, t: Strings) =>
  [
    { path: paths.list, name: t.home.allArticles, count: 0, isThere: true },
    { path: paths.overview, name: t.overview.title, count: 0, isThere: true },
    { path: paths.trends, name: t.trends.title, count: 0, isThere: true },
    { path: paths.threads, name: t.around.threadsTitle, count: threads, isThere: threads > 0 },
  ].flatMap(({ path, name, count, isThere }) =>
    isThere && path !== here ? [{ ...link(name, path), count }] : [],
  );
