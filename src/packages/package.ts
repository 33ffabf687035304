import type { ArticleRecord } from '../exporters/article-record.ts';
import type { Strings } from '../locales/index.ts';
import type { Progress } from '../progress.ts';
import type { Settings } from '../settings.ts';

/** A finished site, from which a package is made. */
export interface PackageContext {
  /** Absolute path of the built site. */
  siteDir: string;
  settings: Settings;
  strings: Strings;
  /** First part of every package's name: letters, digits, Han characters and hyphens. */
  name: string;
  /** Number of articles. */
  count: number;
  /** All articles, oldest first, one at a time. */
  records(): AsyncIterable<ArticleRecord>;
  progress: Progress;
}

/**
 * One kind of package made on demand: the files or folders it comes to, each by what stands behind the archive's name, and how it is written.
 * Throws a `UserError` where a tool it needs is missing or too old.
 */
export type PackageKind = (
  context: PackageContext,
) => AsyncIterable<[ending: string, write: (target: string) => Promise<void>]>;
