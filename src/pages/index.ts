import type { Strings } from '../locales/index.ts';
import type { PageBody, PageToRender } from '../types.ts';
import { aboutPage } from './about.ts';
import { articlePages } from './article.ts';
import { authorPages } from './author.ts';
import { dayPages } from './day.ts';
import { homePage } from './home.ts';
import { listIndex, numberedList } from './list.ts';
import { monthPages } from './month.ts';
import { notFoundPage } from './not-found.ts';
import { offlinePage, unsavedPage } from './offline.ts';
import { overviewPage } from './overview.ts';
import type { PageKind } from './page-kind.ts';
import { redirectPages } from './redirect.ts';
import { repairsPage } from './repairs.ts';
import { searchPage } from './search.ts';
import { threadIndex, threadPages } from './threads.ts';
import { timePage } from './time.ts';
import { topicPages } from './topic.ts';
import { trendsPage } from './trends.ts';
import { undatedPage } from './undated.ts';
import { yearPages } from './year.ts';

/** All page kinds. A new kind is a file and a line here. */
export const pageKinds: readonly PageKind[] = [
  articlePages,
  homePage,
  timePage,
  yearPages,
  monthPages,
  dayPages,
  listIndex,
  numberedList,
  undatedPage,
  ...authorPages,
  ...topicPages,
  threadIndex,
  threadPages,
  searchPage,
  trendsPage,
  overviewPage,
  aboutPage,
  repairsPage,
  notFoundPage,
  offlinePage,
  unsavedPage,
  redirectPages,
];

/** Everything the layout of a page reads: its data, with what its kind makes of an article's body. */
export function dataOf(
  { layout, data }: PageToRender,
  body: PageBody | null,
  t: Strings,
): Record<string, unknown> {
  const kind = pageKinds.find((one) => one.layout === layout);
  return (body && kind?.withBody?.(data, body, t)) ?? data;
}
