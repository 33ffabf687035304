import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releasedTitle } from './released-title.ts';

test('a title that tells of a version names what it is a version of', () => {
  for (const [title, name, version] of [
    ['青禾系统 3.2 发布，换了内核', '青禾系统', '3.2'],
    ['GNOME 42 发布：深色模式', 'GNOME', '42'],
    ['周年纪念：KDE Plasma 5.23 发布', 'KDE Plasma', '5.23'],
    ['即将到来的青禾 4 亮相', '青禾', '4'],
  ] as const)
    assert.deepEqual(releasedTitle(title), { name, version }, title);
});

test('a title that only mentions a version, or counts, tells of none', () => {
  for (const title of [
    '如何从青禾 3 升级到青禾 4 正式版',
    '青禾 3 使用心得',
    '值班室推出 3 个新规定',
    '青禾 2013 年发布会',
  ])
    assert.equal(releasedTitle(title), null, title);
});

test('a title of many words is read in linear time', () => {
  const long = `${'青禾 '.repeat(20_000)}发布`;
  const before = process.cpuUsage().user;
  releasedTitle(long);
  assert.ok(process.cpuUsage().user - before < 2_000_000);
});
