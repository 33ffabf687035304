import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Archive } from '../archive/archive.ts';
import { catalogue } from '../archive/catalogue.ts';
import { defaults, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { Reading } from '../types.ts';
import { noFacts } from './testing.ts';
import { topicPages } from './topic.ts';

const about = new Map([
  ['腾讯', { kind: '公司', definition: '互联网公司' }],
  ['机房', { kind: '栏目', definition: '' }],
]);

/** Data of the pages of topics, by their paths. */
function pagesOf(readings: readonly Reading[]): Map<string, Record<string, unknown>> {
  const archive = new Archive(defaults, catalogue(readings, ({ tags }) => tags).entries, {
    aboutTopics: about,
  });
  const views = topicPages.flatMap((kind) => [...kind.views(archive, noFacts, zhHans)]);
  return new Map(views.map(({ path, data }) => [path, data]));
}

const on = (date: string, tags: string[], author = '林一'): Reading =>
  readingOf(`${date}-${tags.join()}.md`, { title: `${date} 的事`, time: timeOf(date), tags, author });

test('a topic’s page has its definition, ends and peak, what stands beside it and who wrote most', () => {
  const page = pagesOf([
    on('2012-02-03', ['腾讯', '机房']),
    on('2013-05-01', ['腾讯', '机房'], '陈二'),
    on('2013-05-02', ['腾讯']),
    on('2014-07-01', ['腾讯', '灯']),
  ]).get('topics/腾讯.html');
  assert.ok(page);
  assert.deepEqual(page.about, { kind: '公司', definition: '互联网公司' });
  assert.equal(page.description, '腾讯 · 互联网公司 · 4 篇');
  const milestones = page.milestones as { name: string; href: string; title: string; date: string }[];
  assert.deepEqual(
    milestones.map(({ name, title, date }) => [name, title, date]),
    [
      ['最早', '2012-02-03 的事', '2012-02-03'],
      ['最多', '2013 年 5 月，2 篇', ''],
      ['最近', '2014-07-01 的事', '2014-07-01'],
    ],
  );
  assert.match(milestones[0]?.href ?? '', /^2012\/02\//);
  assert.equal(milestones[1]?.href, 'topics/%E8%85%BE%E8%AE%AF.html#y-2013');
  assert.deepEqual(
    (page.near as { name: string; count: number }[]).map(({ name, count }) => [name, count]),
    [
      ['机房', 2],
      ['灯', 1],
    ],
  );
  assert.deepEqual(
    (page.authors as { name: string; count: number }[]).map(({ name, count }) => [name, count]),
    [
      ['林一', 3],
      ['陈二', 1],
    ],
  );
});

test('one article, undated ones and all of one day make a page without empty parts', () => {
  const pages = pagesOf([
    on('2012-02-03', ['灯']),
    readingOf('u1.md', { tags: ['无日期'] }),
    readingOf('u2.md', { tags: ['无日期'] }),
    on('2013-01-01', ['同日']),
    on('2013-01-01', ['同日', '又']),
  ]);
  const parts = (path: string): unknown[] => {
    const page = pages.get(path);
    return [page?.milestones, page?.timeline];
  };
  assert.deepEqual(parts('topics/灯.html'), [[], null]);
  assert.equal(pages.get('topics/灯.html')?.trend, `trends.html?q=${encodeURIComponent('灯')}`);
  assert.deepEqual(parts('topics/无日期.html'), [[], null]);
  const milestones = pages.get('topics/同日.html')?.milestones;
  assert.equal(Array.isArray(milestones) && milestones.length, 2);
});

test('the index is by kind: those of the list, the archive’s own, then topics of none', () => {
  const sectionsOf = (readings: readonly Reading[]) => {
    const { sections, hasKinds } = pagesOf(readings).get('topics/index.html') ?? {};
    return [hasKinds, (sections as { name: string; topics: unknown[] }[]).map(({ name }) => name)];
  };
  assert.deepEqual(sectionsOf([on('2012-02-03', ['灯', '机房', '腾讯'])]), [true, ['公司', '栏目', '其他']]);
  assert.deepEqual(sectionsOf([on('2012-02-03', ['灯'])]), [false, ['其他']]);
});
