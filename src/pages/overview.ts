import { paths } from '../archive/paths.ts';
import { sections as all } from './overview/index.ts';
import type { PageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** The archive at a glance, in charts. Each new article changes it, so it is one page. */
export const overviewPage: PageKind = {
  name: 'overview',
  layout: 'overview.njk',
  *views(archive, facts, t) {
    const { reach, settings } = archive;
    const ways = waysIn(archive);
    const { entries, undated } = archive;
    const day = (at: number): string => entries.at(at)?.time?.date ?? '';
    const spread = { count: entries.length, undated, first: day(undated), last: day(-1) };
    const planned = all.map((plan) => plan(archive, facts));
    yield {
      path: paths.overview,
      layout: 'overview.njk',
      get inputs() {
        return JSON.stringify([
          reach,
          settings.description,
          ways,
          spread,
          planned.map(({ inputs }) => inputs),
        ]);
      },
      get data() {
        const sections = planned.flatMap(({ draw }) => draw(t) ?? []);
        return {
          title: t.overview.title,
          description: settings.description,
          nav: 'time',
          reach,
          lead:
            reach.articles === 0
              ? t.home.empty
              : t.overview.lead(
                  spread,
                  sections.map(({ answers }) => answers),
                ),
          sections,
          ways: waysFrom(paths.overview, ways, t),
        };
      },
    };
  },
};
