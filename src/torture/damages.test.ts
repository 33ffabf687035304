import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../article/read.ts';
import { reading } from '../locales/zh-Hans.ts';
import { lostHan } from './own-damages.ts';

const OPTIONS = { timeZone: 'UTC', cleanOff: [], images: 'ask', strings: reading } as const;
const SOURCE = '---\ntitle: 机房\nkind: 旧事\n---\n\n灯**一直**亮着。[看](https://example.org/ "悬停")\n';
const result = readArticle(new TextEncoder().encode(SOURCE), 'x.md', OPTIONS);

test('Han text that is shown, though in pieces, is not lost', () =>
  assert.equal(lostHan(result, SOURCE), ''));

test('Han text that stands nowhere is lost, though its characters do', () =>
  assert.equal(lostHan(result, `${SOURCE}着亮\n`), '着亮'));
