import type { Article } from '../../types.ts';

/** What was read of an article, as far as it can be looked into. */
export type Shown = Pick<Article, 'html' | 'url' | 'repairs'> & {
  problems: readonly { message: string }[];
  /** Addresses that the page is going to lead to. */
  references: readonly { address: string }[];
};
