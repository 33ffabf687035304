import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import type { Reading } from '../types.ts';
import { topicShifts } from './topic-shifts.ts';

/** Articles of a year, of which so many have a topic. */
const year = (name: string, count: number, topics: Record<string, number>): Reading[] =>
  Array.from({ length: count }, (_, at) =>
    readingOf(`${name}-${at}.md`, {
      time: timeOf(`${name}-${String((at % 12) + 1).padStart(2, '0')}-05`, `10:${10 + (at % 50)}`),
      tags: Object.entries(topics).flatMap(([topic, times]) => (at < times ? [topic] : [])),
    }),
  );

test('topics whose share of the last twelve months is another one than before are named, with both shares', () => {
  const shifts = topicShifts(
    archiveOf([
      ...year('2011', 100, { 寻呼机: 40, 机房: 20, 邮件: 5 }),
      ...year('2012', 100, { 寻呼机: 40, 机房: 20, 邮件: 5 }),
      ...year('2013', 100, { 寻呼机: 8, 机房: 21, 微信: 30, 邮件: 6 }),
    ]),
  );
  assert.deepEqual(
    [shifts?.from, shifts?.to, shifts?.rising, shifts?.falling],
    [
      '2013-01',
      '2013-12',
      [{ name: '微信', path: 'topics/微信.html', before: 0, now: 0.3, shares: [0, 0, 0.3] }],
      [{ name: '寻呼机', path: 'topics/寻呼机.html', before: 0.4, now: 0.08, shares: [0.4, 0.4, 0.08] }],
    ],
  );
});

test('nothing is said of few articles, nor of what chance does', () => {
  assert.equal(topicShifts(archiveOf([])), null);
  assert.equal(topicShifts(archiveOf([readingOf('a.md')])), null);
  assert.equal(topicShifts(archiveOf([...year('2012', 20, {}), ...year('2013', 100, { 微信: 90 })])), null);
  assert.equal(
    topicShifts(archiveOf([...year('2012', 100, { 机房: 10 }), ...year('2013', 100, { 机房: 16 })])),
    null,
  );
});

test('a period of few articles is a gap in the line', () => {
  const [rising] =
    topicShifts(
      archiveOf([
        ...year('2009', 40, { 微信: 0 }),
        ...year('2010', 3, { 微信: 3 }),
        ...year('2013', 50, { 微信: 30 }),
      ]),
    )?.rising ?? [];
  assert.deepEqual(rising?.shares, [0, null, null, null, 0.6]);
});
