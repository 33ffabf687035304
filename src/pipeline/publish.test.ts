import assert from 'node:assert/strict';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { listFiles } from '../files/list-files.ts';
import { SiteTree } from '../files/site-tree.ts';
import { Folder } from '../files/testing.ts';
import { changesOf, joinChanges, publish } from './publish.ts';
import type { Changes } from './record.ts';

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof UserError && pattern.test(error.message);

/** A tree of which everything in `staging` has just been made. */
function treeIn(folder: Folder, present: Iterable<string>): SiteTree {
  const tree = new SiteTree(folder.at('staging'), folder.at('dist'), new Map(), new Set(present));
  tree.add(listFiles(tree.staging).map((file) => [file, null]));
  return tree;
}

/** Publishes `fresh` over `old`; what is in neither is removed. */
function republish(folder: Folder, old: Record<string, string>, fresh: Record<string, string>): Changes {
  const under = (dir: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${dir}/${name}`, text]));
  folder.write({ ...under('dist', old), ...under('staging', fresh) });
  const tree = treeIn(folder, listFiles(folder.at('dist')));
  const changes = changesOf(tree, new Set(Object.keys(fresh)));
  publish(tree, changes);
  return changes;
}

test('publishing tells what was added, changed and removed, and leaves equal files alone', () => {
  using folder = new Folder();
  folder.write({ 'dist/same': '1' });
  const past = new Date('2013-08-01T00:00:00Z');
  utimesSync(folder.at('dist', 'same'), past, past);
  const old = { 'a/gone': '1', changed: '1' };
  const changes = republish(folder, old, { same: '1', changed: '2', 'b/new': '1' });
  assert.deepEqual(changes, { added: ['b/new'], changed: ['changed'], removed: ['a/gone'] });
  assert.deepEqual(listFiles(folder.at('dist')), ['b/new', 'changed', 'same']);
  assert.equal(readFileSync(folder.at('dist', 'changed'), 'utf8'), '2');
  assert.equal(statSync(folder.at('dist', 'same')).mtimeMs, past.getTime());
  assert.throws(() => statSync(folder.at('dist', 'a')), { code: 'ENOENT' });
});

test('a folder may take the place of a file, and a file that of a folder', () => {
  using folder = new Folder();
  republish(folder, { x: '1', 'y/1': '1', 'y/z/2': '1' }, { 'x/1': '2', y: '2' });
  assert.deepEqual(listFiles(folder.at('dist')), ['x/1', 'y']);
});

test('files whose hashes are known are not compared byte by byte', () => {
  using folder = new Folder();
  folder.write({ 'dist/a': '1', 'dist/b': '1', 'staging/a': '2', 'staging/b': '1' });
  const [one, two] = ['1', '2'].map((hash) => ({ hash, size: 1 }));
  const known = new Map(['a', 'b'].map((file) => [file, one ?? assert.fail()]));
  const tree = new SiteTree(folder.at('staging'), folder.at('dist'), known, new Set(['a', 'b']));
  tree.add([
    ['a', one ?? null],
    ['b', two ?? null],
  ]);
  assert.deepEqual(changesOf(tree, new Set(['a', 'b'])), { added: [], changed: ['b'], removed: [] });
});

test('an output that cannot be written is one sentence', () => {
  using folder = new Folder();
  folder.write({ 'staging/a/b': '', 'dist/a': 'in the way and unknown' });
  const tree = treeIn(folder, []);
  assert.throws(
    () => publish(tree, changesOf(tree, new Set(['a/b']))),
    refused(/cannot be written .*make room or mend its permissions and build again/),
  );
});

test('what a stopped build had begun counts as done by the build that ends it', () => {
  const stopped = { added: ['a', 'b'], changed: ['c', 'd'], removed: ['e', 'f'] };
  // Since then: b is not wanted any more, d is gone, e is back with what it held, and a differs from what was moved.
  const now = { added: ['e'], changed: ['a', 'g'], removed: ['b', 'd'] };
  assert.deepEqual(joinChanges(stopped, now, new Set(['a', 'c', 'e', 'g'])), {
    added: ['a', 'e'],
    changed: ['c', 'g'],
    removed: ['b', 'd', 'f'],
  });
});
