import { writeFileSync } from 'node:fs';
import { hashOf, keyOf } from '../hash.ts';
import { browserKey } from '../version.ts';
import type { Context } from './context.ts';
import { besideOutput, markOutput, writeOwned } from './output.ts';
import { changesOf, joinChanges, publish } from './publish.ts';
import { type BuildRecord, type Changes, type TreeSummary, writeRecord } from './record.ts';
import { told } from './target.ts';
import { certificate } from './targets/certificate.ts';
import { pagefindOutcome } from './targets/pagefind.ts';
import { indexPages, pages } from './targets/pages.ts';
import { targets } from './targets.ts';

/**
 * The last stage: what was made goes into the output, what is gone goes out of it, and the record says so before and after.
 * @param key of everything the tree was made from; empty where something was left out of date
 * @param between what no other cache marks an output with: the mark while it is half-way between two states
 */
export function finish(
  { reading, facts, pagefind, records, tree, cache, share }: Context,
  before: BuildRecord,
  key: string,
  between: string,
): { summary: TreeSummary; changes: Changes } {
  const { outDir } = tree;
  const kept = new Set([...records.values()].flatMap(({ files }) => files));
  const files = new Map([...kept].sort().map((file) => [file, tree.state(file)]));
  const moves = changesOf(tree, kept);
  const changes = before.stopped ? joinChanges(before.stopped, moves, kept) : moves;
  markOutput(outDir, between);
  writeOwned(outDir, [...tree.present, ...moves.added]);
  writeRecord(cache('tree'), unsettled(before, moves, between, changes));
  publish(tree, tree.staging === outDir ? { ...moves, added: [], changed: [] } : moves);
  const summary: TreeSummary = {
    articles: reading.archive.entries.length,
    pages: (records.get(pages.name)?.keys.size ?? 0) + (records.get(indexPages.name)?.keys.size ?? 0),
    repairs: facts.repairs.map(({ rule, count }) => ({ rule, count })),
    problems: reading.problems,
    pagefind: pagefindOutcome({ records, pagefind }),
    certificate: told({ records }, certificate)?.whole ?? null,
    files: files.size,
    bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0),
  };
  const keys = targets.map(({ name }) => [...(records.get(name)?.keys ?? [])]);
  const stamp = keyOf(browserKey(), JSON.stringify([keys, reading.problems, key === '', share]));
  writeRecord(cache('tree'), {
    stamp,
    key,
    listing: listingOf(kept),
    stopped: null,
    summary,
    targets: records,
    files,
  });
  markOutput(outDir, stamp);
  writeOwned(outDir, kept);
  writeFileSync(besideOutput(outDir, 'changes.json'), `${JSON.stringify(changes, null, 1)}\n`);
  return { summary, changes };
}

/** Hash of the names of files. */
export const listingOf = (files: Iterable<string>): string => hashOf([...files].sort().join('\n'));

/** The record while files are being moved: what is about to be replaced counts as unknown, should the build be killed now. */
function unsettled(before: BuildRecord, moves: Changes, stamp: string, stopped: Changes): BuildRecord {
  const touched = new Set([...moves.added, ...moves.changed, ...moves.removed]);
  const files = new Map([...before.files].filter(([file]) => !touched.has(file)));
  const keys = new Map([...(before.targets.get(pages.name)?.keys ?? [])].filter(([page]) => files.has(page)));
  return {
    stamp,
    key: '',
    listing: '',
    stopped,
    summary: null,
    targets: new Map([[pages.name, { keys, files: [...files.keys()], data: null }]]),
    files,
  };
}
