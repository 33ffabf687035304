import path from 'node:path';
import { readChecked, writeChecked } from '../cache/checked-file.ts';
import type { ExportRecord } from './exports.ts';
import type { Changes } from './publish.ts';

/** A set of files that are made together: assets, an index, a feed. */
export interface GroupRecord {
  /** Digest of everything its files depend on. */
  digest: string;
  files: string[];
  /** What others need to know of it. */
  data: unknown;
}

/** What an output directory holds, and what it was made from. */
export interface Manifest<Summary = unknown> {
  /** The stamp of the output directory: another build may have changed it since, with another cache or none. */
  stamp: string;
  /** Digest of all inputs. */
  inputs: string;
  /** False while a build is publishing, and after one that left something out of date: then `inputs` and `listing` say nothing. */
  complete: boolean;
  /** Digest of the names of all files in the output. */
  listing: string;
  /** Page → digest of its inputs; empty where the page may be half-way between two builds. */
  views: Record<string, string>;
  /** Stretch of articles' pages → digest of its inputs; says nothing of pages that `views` does not know. */
  stretches: Record<string, string>;
  groups: Record<string, GroupRecord>;
  exports: ExportRecord | null;
  /** What the build was about to do that was stopped while publishing; null where none was. */
  stopped: Changes | null;
  summary: Summary | null;
}

/** Raised when the meaning of the manifest changes. */
const KEY = 'manifest-5';

/** A manifest that knows of nothing. */
export const emptyManifest = <Summary>(): Manifest<Summary> => ({
  stamp: '',
  inputs: '',
  complete: false,
  listing: '',
  views: {},
  stretches: {},
  groups: {},
  exports: null,
  stopped: null,
  summary: null,
});

/** Keeps the manifest of an output directory. */
export class ManifestFile<Summary> {
  readonly #file: string;

  constructor(dir: string) {
    this.#file = path.join(dir, 'manifest.json');
  }

  /**
   * An empty manifest where there is none that can be trusted.
   * @param stamp of the output directory
   */
  read(stamp: string | null): Manifest<Summary> {
    const manifest = readChecked<Manifest<Summary>>(this.#file, KEY);
    return manifest && manifest.stamp === stamp ? manifest : emptyManifest();
  }

  write(manifest: Manifest<Summary>): void {
    writeChecked(this.#file, KEY, manifest);
  }
}
