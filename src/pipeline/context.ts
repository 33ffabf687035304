import type { PackReader } from '../cache/article-pack.ts';
import type { Cache } from '../cache/cache.ts';
import type { SiteTree } from '../files/site-tree.ts';
import type { Strings } from '../locales/index.ts';
import type { Facts } from '../pages/facts.ts';
import type { Progress } from '../progress.ts';
import type { PagefindPlan } from '../search/pagefind-plan.ts';
import type { Settings } from '../settings.ts';
import type { Rendered } from '../site/render.ts';
import type { Site } from '../site/site.ts';
import type { View } from '../types.ts';
import type { Workforce } from '../workers/pool.ts';
import type { Page } from './item.ts';
import type { ArchiveReading } from './read-archive.ts';
import type { TargetRecord } from './record.ts';
import type { Shards, Share } from './shard.ts';

/** Renders pages into the staging folder, and tells of each batch that has been written. */
export type Render = (
  views: readonly View[],
  site: Site,
  onWritten: (pages: Rendered) => void,
) => Promise<void>;

/** Everything that targets are made with. */
export interface Context extends Workforce {
  contentDir: string;
  settings: Settings;
  strings: Strings;
  /** The archive, read and in order. */
  reading: ArchiveReading;
  /** Facts for the pages about the archive, but for the certificate. */
  facts: Omit<Facts, 'certificate'>;
  /** Whether word search is to be built, why or why not, and of what. */
  pagefind: PagefindPlan;
  /** All pages of the site that need no search index; assets have to be done. */
  plan(): Page[];
  /** Key of what every page and export depends on besides its articles: the program, and the settings that reading goes by. */
  key: string;
  /** Reads articles' bodies. */
  articles: PackReader;
  tree: SiteTree;
  /** A part of the cache. */
  cache(name: string): Cache;
  progress: Progress;
  render: Render;
  /** The targets as the last build left them. */
  before: ReadonlyMap<string, TargetRecord>;
  /** The targets that are done. */
  records: Map<string, TargetRecord>;
  /** True where what can wait for so long is to stay as it is. */
  defers(until: 'pause' | 'build'): boolean;
  /** The part of the pages that this build makes, without all that needs the others; undefined for a whole site. */
  share: Share | undefined;
  /** Where the pages are taken from instead of being rendered. */
  shards: Shards | undefined;
}
