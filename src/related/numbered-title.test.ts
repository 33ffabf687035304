import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedTitle, numberOf } from './numbered-title.ts';

test('titles that number themselves have a name and a number', () => {
  for (const [title, name, number] of [
    ['机房手记（三）：空调', '机房手记', 3],
    ['机房手记(12) -- 备用电源', '机房手记', 12],
    ['机房手记：第二部分', '机房手记', 2],
    ['机房手记 - Part 4', '机房手记', 4],
    ['机房手记 #7：风扇', '机房手记', 7],
    ['机房手记之三', '机房手记', 3],
    ['【机房 手记 05】灰尘', '机房 手记', 5],
    ['迁移始末（下）', '迁移始末', 3],
    ['值班教程 9', '值班教程', 9],
    ['《值班的人》第一季（2）：夜里', '《值班的人》第一季', 2],
  ] as const)
    assert.deepEqual(
      ((found) => found && [found.name, found.number])(numberedTitle(title)),
      [name, number],
      title,
    );
});

test('names of one series are the same with or without what writers leave out', () => {
  const stems = ['内核的测试和调试（1）', '内核测试与调试（3）', '内核 测试 和 调试 （4）'].map(
    (title) => numberedTitle(title)?.stem,
  );
  assert.equal(new Set(stems).size, 1);
});

test('a title with a number that counts something else does not number itself', () => {
  for (const title of [
    '世界上最小的机房之一有了更新',
    '十个鲜为人知的命令',
    'VS 和 C# 11',
    '2013 年 8 月 1 日的值班记录',
    '（三）',
    'Fedora 20 发布',
  ])
    assert.equal(numberedTitle(title), null, title);
});

test('Han numerals up to some hundred are read', () => {
  for (const [said, number] of [
    ['十', 10],
    ['十四', 14],
    ['二十', 20],
    ['三十五', 35],
    ['一百零二', 102],
    ['〇', null],
  ] as const)
    assert.equal(numberOf(said), number, said);
});
