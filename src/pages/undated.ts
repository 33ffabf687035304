import { paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { grouped } from './format.ts';
import { listView, type PageKind } from './page.ts';

/** The articles whose source names no time. */
export const undatedPage: PageKind = {
  name: 'undated',
  *views(archive) {
    if (!archive.undated) return;
    const own = {
      title: strings.lists.undated,
      description: strings.lists.undatedNote,
      nav: 'time' as const,
      articles: grouped(archive.undated),
    };
    yield listView(paths.undated, 'undated.njk', own, {
      archive,
      positions: Array.from({ length: archive.undated }, (_, at) => at),
      show: (rows) => ({ rows }),
    });
  },
};
