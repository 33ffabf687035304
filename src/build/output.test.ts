import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import {
  type Changes,
  changesOf,
  claimOutput,
  joinChanges,
  listFiles,
  listingDigest,
  markOutput,
  publish,
  readStamp,
  treeBytes,
} from './output.ts';
import { Folder } from './testing.ts';

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof UserError && pattern.test(error.message);

test('an output that is missing, empty or made by an earlier build is taken', async () => {
  using folder = new Folder();
  const [out, content] = [folder.at('dist'), folder.at('content')];
  await claimOutput(out, content);
  mkdirSync(out);
  await claimOutput(out, content);
  await markOutput(out, '');
  folder.write({ 'dist/index.html': '' });
  await claimOutput(out, content);
});

test('a folder of someone else’s, or a file, is refused', async () => {
  using folder = new Folder();
  folder.write({ 'photos/a.jpg': '', file: '' });
  await assert.rejects(
    claimOutput(folder.at('photos'), folder.at('content')),
    refused(/was not made by Jiuwen/),
  );
  await assert.rejects(
    claimOutput(folder.at('file'), folder.at('content')),
    refused(/cannot be used for the output/),
  );
});

test('the output may neither hold the articles nor stand among them', async () => {
  using folder = new Folder();
  await assert.rejects(
    claimOutput(folder.dir, folder.dir),
    refused(/may not be the content directory or hold it/),
  );
  await assert.rejects(claimOutput(folder.dir, folder.at('a', 'content')), refused(/may not be the content/));
  await assert.rejects(
    claimOutput(folder.at('dist'), folder.dir),
    refused(/may not stand in the content directory/),
  );
  await claimOutput(folder.at('content-dist'), folder.at('content'));
  await claimOutput(folder.at('..dist'), folder.at('content'));
});

test('files are listed in code unit order, without the marker; none where there is no folder', async () => {
  using folder = new Folder();
  assert.deepEqual(listFiles(folder.at('dist')), []);
  folder.write({ 'dist/b': '12', 'dist/B': '', 'dist/a/c': '345', 'dist/a/.jiuwen': '' });
  await markOutput(folder.at('dist'), '');
  const files = listFiles(folder.at('dist'));
  assert.deepEqual(files, ['B', 'a/.jiuwen', 'a/c', 'b']);
  assert.equal(treeBytes(folder.at('dist'), files), 5);
  assert.notEqual(listingDigest(['a', 'b']), listingDigest(['ab']));
});

test('the marker keeps a stamp', async () => {
  using folder = new Folder();
  assert.equal(readStamp(folder.at('dist')), null);
  await markOutput(folder.at('dist'), 'one');
  assert.equal(readStamp(folder.at('dist')), 'one');
});

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
    present: listFiles(folder.at('dist')),
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
    present: [],
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
