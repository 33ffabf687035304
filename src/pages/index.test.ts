import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Archive } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { Reading, View } from '../types.ts';
import { dayBits } from './day-bits.ts';
import { pageKinds } from './index.ts';
import { noFacts } from './testing.ts';

const planned = (archive: Archive): View[] =>
  pageKinds.flatMap((kind) => [...kind.views(archive, noFacts, zhHans)]);

const planOf = (archive: Archive) => new Map(planned(archive).map((view) => [view.path, view]));

/** A view's data, or a failure that names what is missing. */
function dataOf(views: Map<string, View>, path: string): Record<string, unknown> {
  const view = views.get(path);
  assert.ok(view, `no page ${path} among ${[...views.keys()].join(' ')}`);
  return view.data;
}

/** `count` articles of one day, a minute apart. */
const sameDay = (count: number, fields: Partial<Reading> = {}): Reading[] =>
  Array.from({ length: count }, (_, at) => {
    const clock = `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    return readingOf(`${1000 + at}.md`, { time: timeOf('2013-08-01', clock), ...fields });
  });

test('the search page leads to an article and to the same day of other years, where there are any', () => {
  const { wander, day, days, listPages } = dataOf(planOf(archiveOf(sameDay(3))), 'search.html');
  assert.deepEqual(
    { wander, day, days, listPages },
    {
      wander: '2013/08/1001.html',
      day: { name: '8 月 1 日', href: 'days/08-01.html' },
      days: dayBits(['08-01']),
      listPages: 1,
    },
  );
  assert.equal(dataOf(planOf(archiveOf([])), 'search.html').wander, '');
  const undated = dataOf(planOf(archiveOf([readingOf('a.md', { time: null })])), 'search.html');
  assert.deepEqual([undated.wander !== '', undated.day, undated.listPages], [true, null, 0]);
});

test('an empty archive has its fixed pages and nothing else', () => {
  assert.deepEqual([...planOf(archiveOf([])).keys()].sort(), [
    '404.html',
    'about.html',
    'authors/index.html',
    'index.html',
    'list/index.html',
    'offline.html',
    'overview.html',
    'repairs.html',
    'search.html',
    'time.html',
    'topics/index.html',
    'trends.html',
    'unsaved.html',
  ]);
});

test('no two pages have one path, whatever authors and topics are called', () => {
  const archive = archiveOf(
    ['index', 'Index', 'con', '林一', '林一 ', '1', '../x'].map((name, at) =>
      readingOf(`${at}.md`, { author: name, tags: [name], id: name, time: timeOf('2013-08-01') }),
    ),
  );
  const all = planned(archive).map(({ path }) => path.toLowerCase());
  assert.equal(new Set(all).size, all.length);
});

test('every address a page’s data names is a page or an article’s twin', () => {
  const archive = archiveOf([
    ...sameDay(205, { author: '林一', tags: ['机房'] }),
    readingOf('a.md', { time: timeOf('2011-02-03'), author: 'Jane' }),
    readingOf('b.md'),
  ]);
  const views = planOf(archive);
  const known = new Set(
    [...views.values()]
      .flatMap(({ path, source }) => (source ? [path, path.replace(/html$/, 'md')] : [path]))
      .map(href),
  );
  const addresses = (value: unknown): string[] => {
    if (!value || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      (key === 'href' || key === 'twin' || key === 'list') && typeof inner === 'string'
        ? [inner.replace(/[?#].*$/, '')].filter(Boolean)
        : addresses(inner),
    );
  };
  for (const { path, data } of views.values())
    for (const address of addresses(data)) assert.ok(known.has(address), `${path}: ${address}`);
});

test('an article names its neighbours in time, and whether its day has others', () => {
  const views = planOf(archiveOf(sameDay(12)));
  const data = dataOf(views, '2013/08/1005.html');
  const titles = (value: unknown) => (value as { title: string }[]).map(({ title }) => title.slice(3, 7));
  const neighbours = (data.neighbours as { row: unknown }[]).map(({ row }) => row);
  assert.deepEqual(titles(neighbours), ['1004', '1006']);
  assert.equal(data.hasMoreOfDay, true);
  assert.equal(dataOf(planOf(archiveOf(sameDay(2))), '2013/08/1000.html').hasMoreOfDay, false);
});

test('the first dated article has no earlier one: undated articles are not before it', () => {
  const views = planOf(archiveOf([readingOf('old.md'), readingOf('new.md', { time: timeOf('2013-08-01') })]));
  assert.deepEqual(dataOf(views, '2013/08/new.html').neighbours, []);
  assert.deepEqual(dataOf(views, 'undated/old.html').neighbours, []);
});

test('an article names its author’s next ones where others stand between', () => {
  const at = (file: string, day: string, author: string) =>
    readingOf(file, { time: timeOf(`2013-08-${day}`), author });
  const views = planOf(
    archiveOf([
      at('a.md', '01', '林一'),
      at('b.md', '02', '周二'),
      at('c.md', '03', '林一、周二'),
      at('d.md', '04', '林一'),
    ]),
  );
  const named = (path: string) =>
    (dataOf(views, path).neighbours as { name: string; row: { href: string } }[]).map(
      ({ name, row }) => `${name} ${row.href.slice(8, 9)}`,
    );
  assert.deepEqual(named('2013/08/c.html'), ['更早 b', '更晚 d', '同作者更早 a']);
  assert.deepEqual(named('2013/08/b.html'), ['更早 a', '更晚 c']);
});

test('an author’s numbered pages have one order, oldest first; a year’s bar leads to where the year begins', () => {
  const readings = Array.from({ length: 250 }, (_, at) =>
    readingOf(`${1000 + at}.md`, {
      author: '林一',
      time: timeOf(
        `${2011 + Math.floor(at / 90)}-03-04`,
        `${10 + Math.floor((at % 90) / 60)}:${10 + (at % 50)}`,
      ),
    }),
  );
  const views = planOf(archiveOf([...readings, readingOf('none.md', { author: '林一' })]));
  const hub = dataOf(views, 'authors/林一.html') as {
    timeline: { spans: { label: string; href: string }[] };
    pages: { number: number; from: string }[];
  };
  const years = (path: string) =>
    (dataOf(views, path).rows as { date: string }[]).map(({ date }) => date.slice(0, 4));
  for (const { label, href: to } of hub.timeline.spans) {
    const [path = '', anchor] = decodeURIComponent(to).split('#');
    const rows = dataOf(views, path).rows as { anchor: string; date: string }[];
    const first = rows.findIndex((row) => row.anchor === anchor);
    assert.equal(rows[first]?.date.slice(0, 4), label);
    // No older article of that year stands on another page.
    assert.ok(first > 0 || path === 'authors/林一/1.html', to);
  }
  assert.deepEqual(years('authors/林一/2.html'), years('authors/林一/2.html').toSorted());
  assert.deepEqual(
    hub.pages.map(({ number, from }) => [number, from]),
    [
      [3, '2013-03-04'],
      [2, '2012-03-04'],
      [1, ''],
    ],
  );
});

test('an author of more than a page has the newest on the first page and all on numbered ones', () => {
  const views = planOf(archiveOf(sameDay(101, { author: '林一' })));
  const length = (path: string) => (dataOf(views, path).rows as unknown[]).length;
  assert.equal(length(paths.author('林一')), 100);
  assert.deepEqual([length('authors/林一/1.html'), length('authors/林一/2.html')], [100, 1]);
  assert.equal(views.has('authors/林一/3.html'), false);
});

test('an article’s page does not change when a far newer article comes', () => {
  const before = archiveOf(sameDay(3));
  const after = archiveOf([...sameDay(3), readingOf('new.md', { time: timeOf('2014-01-01'), author: '乙' })]);
  const path = '2013/08/1000.html';
  assert.deepEqual(dataOf(planOf(after), path), dataOf(planOf(before), path));
});

test('the canonical address is the original’s only where the settings say so', () => {
  const reading = readingOf('a.md', { id: 'a', url: 'https://example.org/1' });
  const canonical = (settings: Parameters<typeof archiveOf>[1]) =>
    dataOf(planOf(archiveOf([reading], settings)), 'undated/a.html').canonical;
  assert.equal(canonical({ canonical: 'original' }), 'https://example.org/1');
  assert.equal(canonical({ canonical: 'self' }), null);
});

test('a bit a day tells which calendar days have a page', () => {
  assert.equal(dayBits([]), '0'.repeat(93));
  assert.equal(dayBits(['01-01', '01-04', '01-05']), `91${'0'.repeat(91)}`);
  assert.equal(dayBits(['12-31']), `${'0'.repeat(92)}8`);
});

test('the home page shows the newest articles with a date, and those without where there are no others', () => {
  const home = (readings: Reading[]) => {
    const { newestTitle, newest, more, timeline, first } = dataOf(planOf(archiveOf(readings)), 'index.html');
    const titles = (newest as { title: string }[]).map(({ title }) => title);
    return { newestTitle, titles, more, timeline: (timeline as { kind: string } | null)?.kind, first };
  };
  const undated = Array.from({ length: 9 }, (_, at) => readingOf(`u${at}.md`));
  const dated = home([...undated, ...sameDay(2)]);
  assert.deepEqual(
    [dated.newestTitle, dated.titles, dated.more],
    ['最近', ['题目 1001.md', '题目 1000.md'], null],
  );
  const none = home(undated);
  assert.deepEqual(
    [none.newestTitle, none.titles.length, none.more, none.timeline, none.first],
    ['日期不详', 7, { name: '日期不详', href: 'undated/index.html' }, undefined, null],
  );
  const years = home([readingOf('a.md', { time: timeOf('2011-02-03') }), ...sameDay(1)]);
  assert.deepEqual([years.timeline, home(sameDay(3)).timeline], ['years', undefined]);
});

test('an author’s page names topics and co-authors, most frequent first, and leads to the first article', () => {
  const at = (file: string, day: string, author: string, tags: string[]) =>
    readingOf(file, { time: timeOf(`2013-08-${day}`), author, tags });
  const views = planOf(
    archiveOf([
      at('a.md', '01', '林一', ['机房', '拨号']),
      at('b.md', '02', '林一、周二', ['机房']),
      at('c.md', '03', '王三、林一', ['机房']),
      at('d.md', '04', '周二、林一', []),
    ]),
  );
  const { topics, coAuthors, replay, wrote, feed } = dataOf(views, 'authors/林一.html');
  const counted = (list: unknown) =>
    (list as { name: string; count: number }[]).map(({ name, count }) => [name, count]);
  assert.deepEqual(counted(topics), [
    ['机房', 3],
    ['拨号', 1],
  ]);
  assert.deepEqual(counted(coAuthors), [
    ['周二', 2],
    ['王三', 1],
  ]);
  assert.deepEqual(replay, { name: '林一', href: '2013/08/a.html', total: 4, list: '' });
  assert.deepEqual([wrote, feed], ['2013-08-01 – 2013-08-04', '']);
  assert.equal(dataOf(views, 'authors/王三.html').replay, null);
});

test('a year of many days has a map of them, whose days lead to their months', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      readingOf(`${at}.md`, {
        time: timeOf(`2013-0${1 + Math.floor(at / 28)}-${String((at % 28) + 1).padStart(2, '0')}`),
      }),
    );
  const map = JSON.stringify(dataOf(planOf(archiveOf(days(40))), '2013/index.html').map);
  assert.match(map, /2013\/02\/index\.html#d-12/);
  assert.equal(dataOf(planOf(archiveOf(days(5))), '2013/index.html').map, null);
});
