import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicFinder } from './assign.ts';
import { topicOf } from './testing.ts';
import type { Topic } from './topic.ts';

/** Topics of articles, each given by its tags and by what its text is about. */
function assigned(
  topics: readonly Topic[],
  articles: readonly { tags?: string[]; about?: string[] }[],
): string[][] {
  const files = articles.map(({ tags = [] }, at) => ({ file: `${at}.md`, tags }));
  const mentionsOf = (file: string) =>
    (articles[Number.parseInt(file, 10)]?.about ?? []).map((topic) => ({ topic, weight: 6 }));
  return files.map(topicFinder(topics, mentionsOf)(files));
}

const tencent = topicOf('腾讯', { aliases: ['Tencent'] });

test('tags come first, an alias as its topic, unknown ones as they are, each once', () => {
  assert.deepEqual(
    assigned([tencent, topicOf('谷歌')], [{ tags: ['TENCENT', '机房', '机房'], about: ['谷歌', '腾讯'] }]),
    [['腾讯', '机房', '谷歌']],
  );
});

test('a shipped topic has to be one of three articles; a tag and an archive’s own need not', () => {
  const shipped = { ...tencent, isShipped: true };
  const about = { about: ['腾讯'] };
  assert.deepEqual(assigned([shipped], [about, about]), [[], []]);
  assert.deepEqual(assigned([shipped], [about, about, { tags: ['tencent'] }]), [
    ['腾讯'],
    ['腾讯'],
    ['腾讯'],
  ]);
  assert.deepEqual(assigned([shipped], [about, { tags: ['tencent'] }]), [[], ['腾讯']]);
  assert.deepEqual(assigned([tencent], [about]), [['腾讯']]);
});

test('names that objects have by birth are names like any other', () => {
  const topics = [topicOf('constructor', { aliases: ['toString'] }), topicOf('__proto__')];
  assert.deepEqual(assigned(topics, [{ tags: ['__proto__', 'tostring', 'valueOf'] }]), [
    ['__proto__', 'constructor', 'valueOf'],
  ]);
  assert.deepEqual(assigned([], [{ tags: ['toString'] }]), [['toString']]);
});

test('in a large archive a shipped topic needs five articles', () => {
  const shipped = { ...tencent, isShipped: true };
  const articles = (about: number) =>
    Array.from({ length: 3_000 }, (_, at) => (at < about ? { about: ['腾讯'] } : {}));
  assert.deepEqual(assigned([shipped], articles(4))[0], []);
  assert.deepEqual(assigned([shipped], articles(5))[0], ['腾讯']);
});
