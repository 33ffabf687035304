import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePath, href, paths, rootOf, twinPath } from './paths.ts';
import { readingOf, timeOf } from './testing.ts';

test('an article lives under its year and month, or among the undated', () => {
  const url = 'https://www.huxiu.com/article/18089';
  assert.equal(articlePath(readingOf('a.md', { url, time: timeOf('2013-08-01') })), '2013/08/18089.html');
  assert.equal(articlePath(readingOf('a.md', { url })), 'undated/18089.html');
});

test('the Markdown twin stands beside the page', () => {
  assert.equal(twinPath('2013/08/18089.html'), '2013/08/18089.md');
});

test('a link escapes each segment and keeps the slashes', () => {
  assert.equal(href('authors/开眼 50%?#.html'), 'authors/%E5%BC%80%E7%9C%BC%2050%25%3F%23.html');
});

test('the way back to the root has a step for each folder', () => {
  assert.equal(rootOf('index.html'), '');
  assert.equal(rootOf('list/1.html'), '../');
  assert.equal(rootOf('authors/jane/2.html'), '../../');
});

test('pages of a group are numbered below its name', () => {
  assert.equal(paths.groupPage(paths.author('开眼二郎'), 2), 'authors/开眼二郎/2.html');
  assert.equal(paths.day('08-01'), 'days/08-01.html');
});

test('no article, author or topic can take the place of an index', () => {
  assert.notEqual(articlePath(readingOf('index.md')), paths.undated);
  assert.notEqual(paths.author('index'), paths.authors);
  assert.notEqual(paths.topic('INDEX'), paths.topics);
});
