import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import { spark, timeline } from './timeline.ts';

const of = (...dates: string[]) =>
  timeline(archiveOf(dates.map((date, at) => readingOf(`${at}.md`, { time: timeOf(date) }))).counts);

test('each year shows its months in proportion to the fullest of all; years without articles are gaps', () => {
  assert.deepEqual(of('2011-01-02', '2013-12-01', '2013-12-02', '2013-03-09'), [
    { year: '2011', href: '2011/index.html', count: 1, path: 'M0 100v-50h3v50' },
    { year: '2012', href: '', count: 0, path: '' },
    { year: '2013', href: '2013/index.html', count: 3, path: 'M8 100v-50h3v50M44 100v-100h3v100' },
  ]);
});

test('a stray date long ago does not make a thousand years, and an archive without dates makes none', () => {
  assert.equal(of('0001-01-01', '2013-01-01').length, 60);
  assert.deepEqual(timeline([]), []);
});

test('a line of shares reaches its box’s top at the largest, and is broken where nothing is known', () => {
  assert.deepEqual(spark([0, 0.25, null, 0.5]), { path: 'M0 20L6 10M18 0', width: 18 });
  assert.deepEqual(spark([0]), { path: 'M0 20', width: 6 });
});
