import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from '../client/offline/fault.ts';
import { bytesText } from './bytes-text.ts';
import { groupOf, isArticle } from './format.ts';

test('a file belongs to its year, to what it is part of, or to the lists', () => {
  const cases: [string, string][] = [
    ['2013/08/1.html', '2013'],
    ['2013/index.html', '2013'],
    ['undated/a.html', 'undated'],
    ['search/root.bin', 'search'],
    ['pagefind/pagefind.js', 'pagefind'],
    ['assets/a.css', 'assets'],
    ['index.html', 'lists'],
    ['authors/2013.html', 'lists'],
    ['days/01-02.html', 'lists'],
  ];
  for (const [path, group] of cases) assert.equal(groupOf(path), group, path);
});

test('articles are told from the lists beside them', () => {
  assert.deepEqual(
    [
      '2013/08/1.html',
      'undated/index.html',
      '2013/08/index.html',
      'undated/x.html',
      '2013/index.html',
      '404.html',
    ].map(isArticle),
    [true, false, false, true, false, false],
  );
});

test('bytes are written as people read them', () => {
  assert.deepEqual([0, 1, 1500, 999_499, 1_234_567, 28_000_000, 10_798_994_089].map(bytesText), [
    '0 KB',
    '1 KB',
    '2 KB',
    '999 KB',
    '1.2 MB',
    '28 MB',
    '10.8 GB',
  ]);
});

test('the browser’s words for a full disk and for storage that is not allowed are understood', () => {
  assert.equal(faultOf(new DOMException('', 'QuotaExceededError')).kind, 'full');
  assert.equal(faultOf(new DOMException('', 'SecurityError')).kind, 'refused');
  assert.equal(faultOf(new TypeError('Failed to fetch')).kind, 'network');
});
