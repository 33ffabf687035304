import assert from 'node:assert/strict';
import { rmSync, truncateSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { Cache } from '../cache/cache.ts';
import { SourceGone } from '../errors.ts';
import { scan } from '../files/scan.ts';
import { Folder } from '../files/testing.ts';
import { describeMedia, isRefused } from './describe.ts';
import { png, turnedJpeg } from './testing.ts';

const HTML = '<!DOCTYPE html><title>404</title>';
const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">${inner}</svg>`;

function described(folder: Folder, cache = new Cache(folder.at('.cache'))) {
  return describeMedia(folder.dir, scan(folder.dir).media, cache);
}

test('a picture is told by its bytes, with its size, and published under their hash', () => {
  using folder = new Folder();
  folder.write({
    'a.PNG': png(3, 2),
    'b.jpg': png(3, 2),
    'c.svg': svg('<path d="M0 0"/>'),
    'turned.jpg': turnedJpeg(4, 2),
  });
  const found = described(folder);
  const shown = [...found.values()].map((one) =>
    isRefused(one) ? one.reason : [one.path.replace(/[\da-f]{28}/, 'HASH'), one.kind, one.width, one.height],
  );
  assert.deepEqual(shown, [
    ['media/HASH.png', 'picture', 3, 2],
    ['media/HASH.png', 'picture', 3, 2],
    ['media/HASH.svg', 'picture', 30, 20],
    ['media/HASH.jpg', 'picture', 2, 4],
  ]);
  const paths = [...found.values()].map((one) => (isRefused(one) ? '' : one.path));
  assert.equal(paths[0], paths[1], 'two files of one content share a path');
});

test('what is no picture, empty, too large, a web page or of a type that may run is refused by name', () => {
  using folder = new Folder();
  folder.write({
    'a.png': '文字',
    'b.png': '',
    'c.png': HTML,
    'd.pdf': HTML,
    'e.html': HTML,
    'f.exe': 'MZ',
    g: 'x',
    'h.png': png(1, 1),
    'i.txt': HTML,
  });
  truncateSync(folder.at('h.png'), 200_000_000);
  const found = [...described(folder).values()].map((one) =>
    isRefused(one) ? `${one.file}: ${one.reason}` : one.kind,
  );
  assert.deepEqual(found, [
    'a.png: no picture by its bytes',
    'b.png: an empty file',
    'c.png: a web page, whatever its name says',
    'd.pdf: a web page, whatever its name says',
    'e.html: a file of type html, which is not published',
    'f.exe: a file of type exe, which is not published',
    'g: a file of type (none), which is not published',
    'h.png: a file of 200 MB',
    'attachment',
  ]);
});

test('a file that is as the last build saw it is not read again, a changed one is', () => {
  using folder = new Folder();
  folder.write({ 'a.png': png(3, 2) });
  const old = new Date(Date.now() - 10_000);
  utimesSync(folder.at('a.png'), old, old);
  const cache = new Cache(folder.at('.cache'));
  const files = scan(folder.dir).media.map((file) => ({ ...file, ctime: old.getTime() }));
  const first = describeMedia(folder.dir, files, cache);
  rmSync(folder.at('a.png'));
  assert.deepEqual(describeMedia(folder.dir, files, cache), first);
  folder.write({ 'a.png': png(5, 5) });
  const [now] = described(folder, cache).values();
  assert.equal(now && !isRefused(now) && now.width, 5);
});

test('a file that goes away or grows after it was found makes the build begin again', () => {
  using folder = new Folder();
  folder.write({ 'a.png': png(3, 2), 'b.txt': 'x' });
  const files = scan(folder.dir).media;
  folder.write({ 'b.txt': 'xyz' });
  assert.throws(() => describeMedia(folder.dir, files.slice(1), new Cache(folder.at('.cache'))), SourceGone);
  rmSync(folder.at('a.png'));
  assert.throws(() => describeMedia(folder.dir, files, new Cache(folder.at('.cache'))), SourceGone);
});
