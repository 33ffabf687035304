import type { Archive, View } from '../types.ts';
import { aboutPage } from './about.ts';
import { articlePages } from './article.ts';
import { dayPages } from './day.ts';
import { authorPages, topicPages } from './groups.ts';
import { homePage } from './home.ts';
import { listPages } from './list.ts';
import { monthPages } from './month.ts';
import { notFoundPage } from './not-found.ts';
import { offlinePages } from './offline.ts';
import type { Facts, PageKind } from './page.ts';
import { repairsPage } from './repairs.ts';
import { searchPage } from './search.ts';
import { timePage } from './time.ts';
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
  listPages,
  undatedPage,
  authorPages,
  topicPages,
  searchPage,
  aboutPage,
  repairsPage,
  notFoundPage,
  offlinePages,
];

/** All pages of the site, one after the other. */
export function* plan(archive: Archive, facts: Facts): Generator<View> {
  for (const kind of pageKinds) yield* kind.views(archive, facts);
}
