import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import { checkPlaces, claimOutput, markOutput, readStamp, writeOwned } from './output.ts';

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof UserError && pattern.test(error.message);

test('an output that is missing, empty, holds hidden files only or was made by an earlier build is taken', () => {
  using folder = new Folder();
  const out = folder.at('dist');
  assert.deepEqual(claimOutput(out, false), { owned: new Set(), foreign: [] });
  folder.write({ 'dist/.git/HEAD': '' });
  assert.deepEqual(claimOutput(out, false), { owned: new Set(), foreign: [] });
  markOutput(out, '');
  writeOwned(out, ['index.html', 'gone.html']);
  folder.write({ 'dist/index.html': '', 'dist/CNAME': '', 'dist/up/a.png': '', 'dist/.nojekyll': '' });
  assert.deepEqual(claimOutput(out, false), {
    owned: new Set(['index.html']),
    foreign: ['CNAME', 'up/a.png'],
  });
});

test('a folder of someone else’s, or a file, is refused', () => {
  using folder = new Folder();
  folder.write({ 'photos/a.jpg': '', file: '' });
  assert.throws(() => claimOutput(folder.at('photos'), true), refused(/was not made by Jiuwen/));
  assert.throws(() => claimOutput(folder.at('file'), false), refused(/cannot be used for the output/));
});

test('an output without its list is asked about, and only names of our form are taken over', () => {
  using folder = new Folder();
  const ours = [
    '2013/08/1.html',
    '2013/08/1.md',
    'assets/boot-0123456789.js',
    'authors/林.xml',
    'index.html',
    'sw.js',
  ];
  const others = ['CNAME', '2013/photo.png', 'assets/mine.css', 'docs/index.html', 'robots.txt.bak'];
  folder.write(Object.fromEntries([...ours, ...others].map((name) => [`clone/${name}`, ''])));
  markOutput(folder.at('clone'), 'elsewhere');
  assert.throws(
    () => claimOutput(folder.at('clone'), false),
    refused(/With --adopt, 6 files .*: 2013\/ \(2\), assets\/,[\s\S]*The other 5 stay: 2013\/, CNAME,/),
  );
  const { owned, foreign } = claimOutput(folder.at('clone'), true);
  assert.deepEqual([[...owned].sort(), foreign.sort()], [ours.sort(), others.sort()]);
});

test('the output may neither hold the articles nor stand among them', () => {
  using folder = new Folder();
  const check = (out: string, content: string) => () => checkPlaces(out, content);
  assert.throws(check(folder.dir, folder.dir), refused(/may not be the content directory or hold it/));
  assert.throws(check(folder.dir, folder.at('a', 'content')), refused(/may not be the content/));
  assert.throws(check(folder.at('dist'), folder.dir), refused(/may not stand in the content directory/));
  checkPlaces(folder.at('content-dist'), folder.at('content'));
  checkPlaces(folder.at('..dist'), folder.at('content'));
});

test('the marker keeps a stamp', () => {
  using folder = new Folder();
  assert.equal(readStamp(folder.at('dist')), null);
  markOutput(folder.at('dist'), 'one');
  assert.equal(readStamp(folder.at('dist')), 'one');
});
