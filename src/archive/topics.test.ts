import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { readNames } from './names-file.ts';
import { topicFinder } from './topics.ts';

const finder = topicFinder(
  new Map([
    ['腾讯', ['Tencent', '微信', 'QQ']],
    ['Go', ['Golang']],
    ['C++', []],
    ['谷歌', ['Google']],
  ]),
);
const of = (title: string, tags: string[] = []) => finder({ title, tags });

test('a title’s names and aliases give their topics, whatever their case', () => {
  assert.deepEqual(of('微信与 TENCENT'), ['腾讯']);
  assert.deepEqual(of('谷歌的 golang'), ['谷歌', 'Go']);
});

test('Latin names are whole words, also between Han characters', () => {
  assert.deepEqual(of('Google 与 Gopher 与 mongo'), ['谷歌']);
  assert.deepEqual(of('用Go写，QQ群'), ['Go', '腾讯']);
  assert.deepEqual(of('QQ2013'), []);
});

test('signs in a name stand for themselves', () => {
  assert.deepEqual(of('学 C++ 的人'), ['C++']);
  assert.deepEqual(of('学 Cxx 的人'), []);
});

test('tags come first, an alias as its topic, unknown ones as they are, each once', () => {
  assert.deepEqual(of('谷歌', ['google', '机房', 'wechat', '机房']), ['谷歌', '机房', 'wechat']);
});

test('names that objects have by birth are names like any other', () => {
  const find = topicFinder(
    new Map([
      ['constructor', ['toString']],
      ['__proto__', ['hasOwnProperty']],
    ]),
  );
  assert.deepEqual(find({ title: 'tostring', tags: ['__proto__', 'valueOf'] }), [
    '__proto__',
    'valueOf',
    'constructor',
  ]);
  assert.deepEqual(topicFinder(new Map())({ title: 'constructor', tags: ['toString'] }), ['toString']);
});

/** Reads a topics file of some text; null for none. */
async function read(text: string | Uint8Array | null): Promise<Map<string, string[]>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'topics-'));
  try {
    if (text !== null) await writeFile(path.join(dir, 'topics.yml'), text);
    return await readNames(dir, 'topics');
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('the topics file is a map of names to aliases; numbers are words too', async () => {
  assert.deepEqual(
    await read('腾讯: [Tencent, 3]\n华为:\n360: [奇虎]\nconstructor: [x]\n__proto__: [y]\n'),
    new Map([
      ['腾讯', ['Tencent', '3']],
      ['华为', []],
      ['360', ['奇虎']],
      ['constructor', ['x']],
      ['__proto__', ['y']],
    ]),
  );
  assert.deepEqual(await read(null), new Map());
  assert.deepEqual(await read('# nothing yet\n'), new Map());
});

test('a topics file is decoded as articles are', async () => {
  const topics = new Map([['腾讯', ['微信']]]);
  for (const saved of ['ccdad1b63a205bcea2d0c55d0a', 'fffe7e81af8b3a0020005b00ae5fe14f5d00'])
    assert.deepEqual(await read(Buffer.from(saved, 'hex')), topics);
});

test('a topics file of another shape is one sentence', async () => {
  for (const text of ['- 腾讯\n', '腾讯: Tencent\n', 'a: [b', '腾讯: [{a: b}]'])
    await assert.rejects(
      read(text),
      (error) =>
        error instanceof UserError &&
        /topics\.yml:1 error topics: Unexpected content, expected a map of names/.test(error.message),
      text,
    );
});
