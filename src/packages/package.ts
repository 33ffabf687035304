import type { ArticleRecord } from '../exporters/article-record.ts';
import type { Strings } from '../locales/index.ts';
import type { Progress } from '../progress.ts';
import type { Settings } from '../settings.ts';

/** A finished site, from which a package is made, and where it goes. */
export interface PackageContext {
  /** Absolute path of the built site. */
  siteDir: string;
  /** Absolute path of the folder packages go to; exists. */
  outDir: string;
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

/** One kind of package made on demand. A new kind is a file and a line in `index.ts`. */
export interface PackageKind {
  name: string;
  /**
   * Makes the package.
   * @returns absolute paths of what was made
   * @throws {UserError} where a tool it needs is missing or too old
   */
  make(context: PackageContext): Promise<string[]>;
}
