import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../hash.ts';
import { type FileState, SiteTree } from './site-tree.ts';
import { Folder, treeOf } from './testing.ts';

/** A tree over `out`, of whose files some are known. */
const treeIn = (folder: Folder, known: Readonly<Record<string, FileState>> = {}): SiteTree =>
  new SiteTree(folder.at('staging'), folder.at('out'), new Map(Object.entries(known)), new Set());

test('a file made now stands before one of the last build, and is no longer kept', () => {
  using folder = new Folder();
  folder.write({ 'out/a/1.html': '旧', 'out/b': '旧' });
  const state = { hash: hashOf('旧'), size: 3 };
  const tree = treeIn(folder, { 'a/1.html': state, b: state });
  assert.deepEqual([tree.read('a/1.html').toString(), tree.isKept('a/1.html')], ['旧', true]);
  tree.write('a/1.html', '新', Buffer.from('的'));
  assert.equal(tree.path('a/1.html'), folder.at('staging/a/1.html'));
  assert.deepEqual([tree.read('a/1.html').toString(), tree.isKept('a/1.html')], ['新的', false]);
  assert.deepEqual([tree.size('a/1.html'), tree.hash('a/1.html')], [6, hashOf('新的')]);
  assert.deepEqual([tree.read('b').toString(), tree.isKept('b')], ['旧', true]);
  assert.equal(treeOf(folder.at('out')).get('a/1.html')?.toString(), '旧');
});

test('what is known of a file is not looked up, what is not known is', () => {
  using folder = new Folder();
  folder.write({ 'out/strange': 'abc', 'staging/page': 'abcd', 'staging/other': 'ab' });
  const tree = treeIn(folder, { known: { hash: 'h', size: 7 }, unhashed: { hash: '', size: 1 } });
  assert.deepEqual([tree.hash('known'), tree.size('known')], ['h', 7]);
  folder.write({ 'out/unhashed': 'x' });
  assert.deepEqual([tree.hash('unhashed'), tree.state('unhashed').hash], [hashOf('x'), hashOf('x')]);
  assert.deepEqual([tree.size('strange'), tree.hash('strange')], [3, hashOf('abc')]);
  assert.equal(tree.isKept('strange'), false);
  tree.add([
    ['page', { hash: 'told', size: 4 }],
    ['other', null],
  ]);
  assert.deepEqual([tree.hash('page'), tree.hash('other'), tree.size('other')], ['told', hashOf('ab'), 2]);
});

test('whether a file is the same is told from hashes, where both are known', () => {
  using folder = new Folder();
  const tree = treeIn(folder, {
    a: { hash: '1', size: 1 },
    b: { hash: '1', size: 1 },
    c: { hash: '', size: 1 },
  });
  tree.add(['a', 'b', 'c', 'd'].map((file) => [file, { hash: file === 'b' ? '2' : '1', size: 1 }]));
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((file) => tree.isSame(file)),
    [true, false, null, null],
  );
});

test('a large file of many pieces is written whole, with a stop after each', () => {
  using folder = new Folder();
  const tree = treeIn(folder);
  const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(100_003, at));
  let stops = 0;
  for (const _ of tree.writing('a', pieces)) {
    stops++;
    assert.equal(tree.made.has('a'), false);
  }
  assert.equal(stops, 40);
  assert.ok(tree.read('a').equals(Buffer.concat(pieces)));
  assert.equal(tree.size('a'), 4_000_120);
  tree.write('empty');
  assert.equal(tree.read('empty').length, 0);
});

test('a folder that somebody else has written is taken in', () => {
  using folder = new Folder();
  folder.write({ 'staging/pagefind/a.js': 'a', 'staging/pagefind/x/b': 'bb', 'staging/c': '' });
  const tree = treeIn(folder);
  assert.deepEqual(tree.addFolder('pagefind'), ['pagefind/a.js', 'pagefind/x/b']);
  assert.deepEqual([...tree.made.keys()], ['pagefind/a.js', 'pagefind/x/b']);
  assert.equal(tree.size('pagefind/x/b'), 2);
});

test('a file is ready when it has been written, and at once where it is not going to be', async () => {
  using folder = new Folder();
  const tree = treeIn(folder);
  tree.expect(['a.html', 'b.html']);
  const seen: string[] = [];
  const wait = async (file: string): Promise<void> => {
    await tree.ready(file);
    seen.push(file);
  };
  const waits = ['b.html', 'a.html', 'old.html'].map(wait);
  await waits[2];
  assert.deepEqual(seen, ['old.html']);
  assert.deepEqual([tree.isReady('a.html'), tree.isReady('old.html')], [false, true]);
  tree.add([['a.html', null]]);
  await waits[1];
  tree.write('b.html', 'b');
  await Promise.all(waits);
  assert.deepEqual(seen, ['old.html', 'a.html', 'b.html']);
});

test('who waits for a file that will never be, or comes later, is told why', async () => {
  using folder = new Folder();
  const tree = treeIn(folder);
  tree.expect(['a.html', 'b.html']);
  tree.add([['b.html', null]]);
  const waiting = assert.rejects(tree.ready('a.html'), /no room/);
  tree.fail(new Error('no room'));
  await waiting;
  await assert.rejects(tree.ready('a.html'), /no room/);
  await tree.ready('b.html');
});
