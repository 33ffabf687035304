import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../../archive/testing.ts';
import { markup } from '../../charts/markup.ts';
import * as zhHans from '../../locales/zh-Hans.ts';
import { noFacts } from '../testing.ts';
import { articles } from './articles.ts';
import { authors } from './groups.ts';

const of = (...dates: string[]) =>
  archiveOf(dates.map((date, at) => readingOf(`${at}.md`, { time: timeOf(date), author: '林一' })));

test('authors are lines over time, each with its name above them', () => {
  const archive = of('2012-03-05', '2013-03-05', '2015-03-05');
  const shown = authors(archive, noFacts).draw(zhHans);
  assert.equal(shown?.legend.length, 1);
  assert.ok(articles(archive, noFacts).draw(zhHans));
});

test('where all is of one month nothing is drawn over time: authors are a ranking', () => {
  const archive = of('2013-08-01', '2013-08-01', '2013-08-30');
  const shown = authors(archive, noFacts).draw(zhHans);
  assert.ok(shown);
  assert.match(markup(shown.chart), /class="ranks"/);
  assert.deepEqual(shown.legend, []);
  assert.equal(articles(archive, noFacts).draw(zhHans), null);
});
