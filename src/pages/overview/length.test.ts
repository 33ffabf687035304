import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../../archive/testing.ts';
import { markup } from '../../charts/markup.ts';
import * as zhHans from '../../locales/zh-Hans.ts';
import { noFacts } from '../testing.ts';
import { length } from './length.ts';

/** One article of a day, so many times. */
const articles = (date: string, count: number, han: number) =>
  Array.from({ length: count }, (_, at) => readingOf(`${date}-${at}.md`, { time: timeOf(date), han }));

test('the longest articles are not those of a grey year, and a year that is not whole is named', () => {
  const archive = archiveOf([
    ...articles('2011-01-05', 1, 9000),
    ...articles('2012-03-05', 12, 200),
    ...articles('2013-03-05', 12, 300),
    ...articles('2014-01-05', 12, 400),
  ]);
  const shown = length(archive, noFacts).draw(zhHans);
  assert.ok(shown);
  assert.match(markup(shown.chart), /<desc>最长在 2013 年，中位数 300 字。<\/desc>/);
  assert.match(shown.note, /2014 年只到 1 月：不是整年/);
  assert.doesNotMatch(shown.note, /2011/);
});
