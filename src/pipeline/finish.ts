import { writeFile } from 'node:fs/promises';
import type { Facts } from '../pages/facts.ts';
import type { ExportRecord } from './exports.ts';
import type { GroupMaker } from './group-maker.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { listingDigest, markOutput, treeBytes } from './output.ts';
import { type PagePlan, viewFiles } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { changesOf, joinChanges, publish } from './publish.ts';
import type { Share } from './shard.ts';
import { type BuildSummary, type TreeSummary, unsettled } from './state.ts';
import { allCode, digest } from './version.ts';

/** A build whose files are all made. */
export interface Finished {
  staging: string;
  outDir: string;
  /** The files in the output. */
  present: ReadonlySet<string>;
  plan: PagePlan;
  groups: GroupMaker;
  exported: ExportRecord | null;
  /** Pages and twins written by this build → SHA-256. */
  fresh: ReadonlyMap<string, string>;
  prepared: Prepared;
  facts: Facts;
  share: Share | undefined;
  /** Digest of everything the tree depends on. */
  inputs: string;
  /** Digest that no other cache has: the mark of the output while it is half-way between two states. */
  between: string;
  /** What the last build left, and where this one leaves the same. */
  manifest: Manifest<TreeSummary>;
  manifestFile: ManifestFile<TreeSummary>;
}

/** The last stage: what was made goes into the output, what is gone goes out of it, and the manifest says so before and after. */
export async function finish(finished: Finished): Promise<BuildSummary> {
  const { staging, outDir, present, plan, groups, exported, fresh, manifest, manifestFile } = finished;
  const { facts, prepared, share, inputs, between } = finished;
  const kept = new Set([...plan.files, ...groups.files(), ...Object.keys(exported?.inputs ?? {})]);
  const gone = [...present].filter((file) => !kept.has(file));
  const isKnownSame = (file: string): boolean | null => {
    const [now, then] = [fresh.get(file), manifest.exports?.hashes[file]];
    return now && then ? now === then : null;
  };
  const publication = { staging, outDir, stamp: between, present, gone, isKnownSame };
  const moves = changesOf(publication);
  const removed = new Set(moves.removed);
  const after = [...present, ...moves.added].filter((file) => !removed.has(file)).sort();
  const changes = manifest.stopped ? joinChanges(manifest.stopped, moves, after) : moves;
  manifestFile.write({
    ...unsettled(manifest, plan.changed.flatMap(viewFiles)),
    stamp: between,
    stopped: changes,
  });
  const growth = await publish(publication, moves);
  const summary: TreeSummary = {
    articles: prepared.archive.entries.length,
    pages: plan.pages,
    repairs: facts.repairs.map(({ rule, count }) => ({ rule, count })),
    problems: prepared.problems,
    pagefind: prepared.pagefind,
    certificate: facts.certificate,
    files: after.length,
    bytes: manifest.complete && manifest.summary ? manifest.summary.bytes + growth : treeBytes(outDir, after),
  };
  const stamp = digest(allCode(), JSON.stringify([plan.digests, prepared.problems, groups.waiting, share]));
  manifestFile.write({
    stamp,
    inputs,
    complete: !groups.waiting,
    listing: listingDigest(after),
    views: plan.digests,
    stretches: plan.stretches,
    groups: groups.records,
    exports: exported,
    stopped: null,
    summary,
  });
  await markOutput(outDir, stamp);
  await writeFile(`${outDir}-changes.json`, `${JSON.stringify(changes, null, 1)}\n`);
  return { ...summary, rendered: plan.changed.length, changes };
}
