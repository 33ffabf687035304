import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paths } from '../archive/paths.ts';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { Reading } from '../types.ts';
import { dayPages } from './day.ts';
import { WHOLE_UP_TO } from './divided.ts';
import { monthPages } from './month.ts';
import type { PageKind } from './page-kind.ts';
import { noFacts } from './testing.ts';
import { undatedPage } from './undated.ts';

interface Shown {
  rows: { href: string; anchor?: string }[];
  pages: { href: string; number: number }[];
  current: number;
  days?: { day: string; href: string; anchor: string }[];
}

/** The pages of a list by their paths. */
function pagesOf(kind: PageKind, readings: readonly Reading[], first: string): Map<string, Shown> {
  const views = [...kind.views(archiveOf(readings), noFacts, zhHans)];
  return new Map(
    views
      .filter(({ path }) => path.startsWith(first.replace('.html', '')))
      .map(({ path, data }) => [path, data as unknown as Shown]),
  );
}

const MANY = WHOLE_UP_TO + 150;
/** Articles of August 2013, some of each of so many days in turn. */
const august = (count: number, days: number) =>
  Array.from({ length: count }, (_, at) =>
    readingOf(`${at}.md`, {
      time: timeOf(`2013-08-${String(Math.floor((at * days) / count) + 1).padStart(2, '0')}`),
    }),
  );
const month = paths.month('2013', '08');

test('a month, a day of all years and the undated articles are whole up to a number, and divided above it, each article on one page', () => {
  const undated = Array.from({ length: MANY }, (_, at) => readingOf(`${at}.md`));
  const lists: [PageKind, readonly Reading[], string][] = [
    [monthPages, august(MANY, 31), month],
    [dayPages, august(MANY, 1), paths.day('08-01')],
    [undatedPage, undated, paths.undated],
  ];
  for (const [kind, readings, first] of lists) {
    const whole = pagesOf(kind, readings.slice(0, WHOLE_UP_TO), first);
    assert.deepEqual([...whole].map(([path, { pages }]) => [path, pages.length]).at(0), [first, 0]);
    const pages = pagesOf(kind, readings, first);
    assert.equal(pages.size, Math.ceil(MANY / 100), kind.name);
    const own = [...pages.values()].flatMap(({ rows }) => rows.map(({ href }) => href));
    assert.deepEqual([own.length, new Set(own).size], [MANY, MANY]);
    for (const shown of pages.values())
      assert.deepEqual(
        shown.pages.map(({ href }) => href),
        [...pages.keys()],
      );
  }
});

test('each day of a divided month is found on the month’s own page, and leads to where it begins', () => {
  const pages = pagesOf(monthPages, august(MANY, 31), month);
  const own = pages.get(month) ?? assert.fail(month);
  const anchors = [...own.rows, ...(own.days ?? [])].flatMap(({ anchor }) => anchor || []);
  assert.equal(new Set(anchors).size, anchors.length);
  for (const { day, href } of own.days ?? assert.fail('no days')) {
    assert.ok(anchors.includes(`d-${day}`), day);
    const [path = '', anchor] = href.split('#');
    assert.ok(
      pages.get(path)?.rows.some((row) => row.anchor === anchor),
      href,
    );
  }
  assert.deepEqual(pages.get(paths.groupPage(month, 2))?.days, []);
});
