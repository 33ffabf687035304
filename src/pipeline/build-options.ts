import type { HeldReadings } from '../cache/articles.ts';
import type { Progress } from '../progress.ts';
import type { MemoryMeter } from '../workers/memory.ts';
import type { Render } from './context.ts';
import type { Changes, TreeSummary } from './record.ts';
import type { Shards, Share } from './shard.ts';

/** Order for a build. Directories are absolute. */
export interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** Where earlier builds left what this one can use; null to use and leave nothing. */
  cacheDir: string | null;
  progress: Progress;
  memory?: MemoryMeter;
  /** Number of worker processes; one a core by default. */
  workers?: number;
  /** While somebody writes, what can wait for a pause, or for a whole build, stays as the last build left it, though it is out of date. */
  defer?: readonly ('pause' | 'build')[];
  /** What this process keeps in memory from build to build, where it builds again and again. */
  held?: HeldReadings;
  /** Takes over an output that another machine made, or a clone of one. */
  adopt?: boolean;
  /** Renders only these pages, and leaves out what needs all of them. */
  share?: Share | undefined;
  /** Takes the pages from here instead of rendering them. */
  shards?: Shards | undefined;
  /** In worker processes by default. Where it is given, files are written straight into the output. */
  render?: Render;
}

/** Outcome of a build. */
export interface BuildSummary extends TreeSummary {
  /** Pages rendered by this build. */
  rendered: number;
  changes: Changes;
}
