import { href, paths } from '../archive/paths.ts';
import { pageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** Topics that are offered as an example. */
const EXAMPLES = 3;

/** Address of the page of trends with words drawn, relative to the site's root. */
export const trendHref = (names: readonly string[]): string =>
  `${href(paths.trends)}?q=${encodeURIComponent(names.map((name) => (/[,，、]/.test(name) ? `"${name}"` : name)).join('，'))}`;

/** The page where any words are drawn over time; its script asks the search index. */
export const trendsPage = pageKind({
  name: 'trends',
  layout: 'trends.njk',
  *pages({ archive }) {
    yield {
      path: paths.trends,
      inputs: {
        description: archive.settings.description,
        reach: archive.reach,
        ways: waysIn(archive),
        examples: archive.topics.slice(0, EXAMPLES).map(({ name }) => name),
      },
    };
  },
  data({ description, reach, ways, examples }, t) {
    const query = examples.join('，');
    return {
      title: t.trends.title,
      description,
      nav: 'time',
      reach,
      example: query ? { name: query, href: trendHref(examples) } : null,
      overview: href(paths.overview),
      ways: waysFrom(paths.trends, ways, t),
    };
  },
});
