import { paths } from '../archive/paths.ts';
import { sections } from './overview/index.ts';
import type { PageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** The archive at a glance, in charts. Each new article changes it, so it is one page. */
export const overviewPage: PageKind = {
  name: 'overview',
  layout: 'overview.njk',
  *views(archive, facts, t) {
    const { reach, settings } = archive;
    const ways = waysIn(archive);
    const planned = sections.map((plan) => plan(archive, facts));
    yield {
      path: paths.overview,
      layout: 'overview.njk',
      get inputs() {
        return JSON.stringify([
          reach,
          settings.description,
          ways,
          archive.undated,
          planned.map(({ inputs }) => inputs),
        ]);
      },
      get data() {
        return {
          title: t.overview.title,
          description: settings.description,
          nav: 'time',
          reach,
          sections: planned.flatMap(({ draw }) => draw(t) ?? []),
          hasDates: archive.entries.length > archive.undated,
          ways: waysFrom(paths.overview, ways, t),
        };
      },
    };
  },
};
