import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, route } from './route.ts';

const ROOT = 'https://example.org/a/';
const ask = (path: string, more: Partial<Asked> = {}) =>
  route({ method: 'GET', url: ROOT + path, mode: 'cors', cache: 'default', ...more }, ROOT);
const go = (path: string) => ask(path, { mode: 'navigate' });

test('an address leads to the file it means, whatever the host makes of it', () => {
  const cases: [string, string[]][] = [
    ['', ['index.html']],
    ['2013/', ['2013/index.html']],
    ['2013/08/1.html?q=a#b', ['2013/08/1.html']],
    ['about', ['about.html', 'about/index.html']],
    ['authors/%E6%9E%97%E4%B8%80.html', ['authors/林一.html']],
    // Where hosts leave out `.html`, dots in names are left.
    ['authors/O.Neil', ['authors/O.Neil.html', 'authors/O.Neil/index.html']],
    ['topics/package.json', ['topics/package.json.html', 'topics/package.json/index.html']],
  ];
  for (const [address, paths] of cases) assert.deepEqual(go(address), { kind: 'page', paths }, address);
});

test('bundles, index files and pages that are only looked into go their own ways', () => {
  assert.deepEqual(ask('assets/boot-1.js'), { kind: 'bundle', path: 'assets/boot-1.js' });
  assert.deepEqual(ask('search/closed-0f/1.bin'), { kind: 'index', path: 'search/closed-0f/1.bin' });
  assert.deepEqual(ask('2013/08/1.html'), { kind: 'looked', path: '2013/08/1.html' });
});

test('what is none of its business is left to the browser', () => {
  const others = [
    ask('feed.xml'),
    ask('offline/index.json'),
    go('offline/packs/2013-1.zip'),
    go('articles.jsonl.gz'),
    go('2013/08/1.md'),
    ask('2013/08/1.html', { cache: 'no-store' }),
    ask('index.html', { method: 'POST' }),
    ask('%E6%9', { mode: 'navigate' }),
    route({ method: 'GET', url: 'https://example.org/b/', mode: 'navigate', cache: 'default' }, ROOT),
  ];
  for (const other of others) assert.deepEqual(other, { kind: 'pass' });
});
