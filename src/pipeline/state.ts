import { readTopicsText } from '../archive/topics.ts';
import type { Certificate } from '../search/certificate.ts';
import type { Settings } from '../settings.ts';
import type { Problem } from '../types.ts';
import type { Manifest } from './manifest.ts';
import { listingDigest } from './output.ts';
import type { Changes } from './publish.ts';
import type { SourceFile } from './scan.ts';
import { allCode, digest } from './version.ts';

/** What the published tree holds, whichever build made it. */
export interface TreeSummary {
  articles: number;
  pages: number;
  repairs: { rule: string; count: number }[];
  problems: Problem[];
  pagefind: { build: boolean; reason: string };
  /** What was found out about the search index; null for a share of a site, which has none. */
  certificate: Certificate | null;
  files: number;
  bytes: number;
}

/** What a build did. */
export interface BuildSummary extends TreeSummary {
  /** Pages rendered by this build. */
  rendered: number;
  changes: Changes;
}

/** Digest of everything a tree depends on. Files stand for their contents by size and times, as in git's index. */
export async function inputsDigest(
  contentDir: string,
  settings: Settings,
  files: readonly SourceFile[],
): Promise<string> {
  const topics = await readTopicsText(contentDir);
  return digest(allCode(), JSON.stringify(settings), topics ?? '', JSON.stringify(files));
}

/** What the last build left, where nothing it depends on has changed since and its output is all there. */
export function unchanged(
  manifest: Manifest<TreeSummary>,
  inputs: string,
  present: Iterable<string>,
  covered: () => boolean,
): TreeSummary | null {
  const whole =
    manifest.complete && manifest.inputs === inputs && manifest.listing === listingDigest([...present]);
  return whole && covered() ? manifest.summary : null;
}

/** The manifest while files are being moved: what is about to be replaced counts as unknown, should the build be killed now. */
export function unsettled(manifest: Manifest<TreeSummary>, files: readonly string[]): Manifest<TreeSummary> {
  const views = { ...manifest.views };
  for (const file of files) if (file in views) views[file] = '';
  return { ...manifest, complete: false, views, groups: {}, exports: null };
}
