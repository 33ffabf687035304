import { paths } from '../archive/paths.ts';
import { strings } from '../strings.ts';
import { grouped } from './format.ts';
import { type PageKind, rows, view } from './page.ts';

/** The articles whose source names no time. */
export const undatedPage: PageKind = {
  name: 'undated',
  *views(archive) {
    if (!archive.undated) return;
    yield view(paths.undated, 'undated.njk', {
      title: strings.lists.undated,
      description: strings.lists.undatedNote,
      nav: 'time',
      articles: grouped(archive.undated),
      rows: rows(archive, [...archive.entries.keys()].slice(0, archive.undated)),
    });
  },
};
