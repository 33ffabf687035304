import assert from 'node:assert/strict';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import { listFiles } from './output.ts';
import { type Changes, changesOf, joinChanges, publish } from './publish.ts';

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof UserError && pattern.test(error.message);

/** Publishes `fresh` over `old`; what is in neither is removed. */
async function republish(
  folder: Folder,
  old: Record<string, string>,
  fresh: Record<string, string>,
): Promise<Changes & { growth: number }> {
  const under = (dir: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${dir}/${name}`, text]));
  folder.write({ ...under('dist', old), ...under('staging', fresh) });
  const gone = Object.keys(old).filter((file) => !(file in fresh));
  const publication = {
    staging: folder.at('staging'),
    outDir: folder.at('dist'),
    stamp: 'stamp',
    present: new Set(listFiles(folder.at('dist'))),
    gone: gone.sort(),
  };
  const changes = changesOf(publication);
  return { ...changes, growth: await publish(publication, changes) };
}

test('publishing tells what was added, changed and removed, and leaves equal files alone', async () => {
  using folder = new Folder();
  folder.write({ 'dist/same': '1' });
  const past = new Date('2013-08-01T00:00:00Z');
  utimesSync(folder.at('dist', 'same'), past, past);
  const old = { 'a/gone': '1', changed: '1' };
  const changes = await republish(folder, old, { same: '1', changed: '2', 'b/new': '1' });
  assert.deepEqual(changes, { added: ['b/new'], changed: ['changed'], removed: ['a/gone'], growth: 0 });
  assert.deepEqual(listFiles(folder.at('dist')), ['b/new', 'changed', 'same']);
  assert.equal(readFileSync(folder.at('dist', 'changed'), 'utf8'), '2');
  assert.equal(statSync(folder.at('dist', 'same')).mtimeMs, past.getTime());
  assert.throws(() => statSync(folder.at('dist', 'a')), { code: 'ENOENT' });
});

test('a folder may take the place of a file, and a file that of a folder', async () => {
  using folder = new Folder();
  await republish(folder, { x: '1', 'y/1': '1', 'y/z/2': '1' }, { 'x/1': '2', y: '2' });
  assert.deepEqual(listFiles(folder.at('dist')), ['x/1', 'y']);
});

test('an output that cannot be written is one sentence', async () => {
  using folder = new Folder();
  folder.write({ 'staging/a/b': '', 'dist/a': 'in the way and unknown' });
  const publication = {
    staging: folder.at('staging'),
    outDir: folder.at('dist'),
    stamp: '',
    present: new Set<string>(),
    gone: [],
  };
  await assert.rejects(
    publish(publication, changesOf(publication)),
    refused(/cannot be written .*make room or mend its permissions and build again/),
  );
});

test('what a stopped build had begun counts as done by the build that ends it', () => {
  const stopped = { added: ['a', 'b'], changed: ['c', 'd'], removed: ['e', 'f'] };
  // Since then: b is not wanted any more, d is gone, e is back with what it held, and a differs from what was moved.
  const now = { added: ['e'], changed: ['a', 'g'], removed: ['b', 'd'] };
  assert.deepEqual(joinChanges(stopped, now, ['a', 'c', 'e', 'g']), {
    added: ['a', 'e'],
    changed: ['c', 'g'],
    removed: ['b', 'd', 'f'],
  });
});
