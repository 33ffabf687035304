import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { joinTopics } from './join.ts';
import { shippedTopics } from './shipped.ts';
import { topicOf } from './testing.ts';
import { parseTopics } from './topics-file.ts';

const shipped = [
  topicOf('腾讯', { aliases: ['Tencent'], kind: '公司', definition: '互联网公司', isShipped: true }),
  topicOf('微信', { aliases: ['WeChat'], kind: '软件', isShipped: true }),
  topicOf('苹果', {
    aliases: ['Apple'],
    sure: ['苹果公司'],
    context: ['iPhone'],
    kind: '公司',
    isShipped: true,
  }),
];
const join = (text: string) => joinTopics(parseTopics(text, 'topics.yml'), shipped, 'topics.yml');
const named = (text: string, name: string) => join(text).topics.find((topic) => topic.name === name);
const messages = (text: string) => join(text).problems.map(({ line, message }) => `${line} ${message}`);

test('without a file the shipped topics are there as they are', () => {
  assert.deepEqual(join(''), { topics: shipped, problems: [] });
});

test('an archive’s topic of a shipped name adds to it, and keeps kind and definition', () => {
  const topic = named('腾讯: [鹅厂]', '腾讯');
  assert.deepEqual(topic?.aliases, ['鹅厂', '腾讯', 'Tencent']);
  assert.deepEqual([topic?.kind, topic?.definition, topic?.isShipped], ['公司', '互联网公司', false]);
  assert.equal(named('腾讯: {definition: 我们的老东家}', '腾讯')?.definition, '我们的老东家');
});

test('a shipped name as an alias renames the topic, or joins two', () => {
  const { topics } = join('鹅厂: [腾讯, 微信]');
  assert.deepEqual(
    topics.map(({ name }) => name),
    ['鹅厂', '苹果'],
  );
  assert.deepEqual(topics[0]?.aliases, ['腾讯', '微信', '腾讯', 'Tencent', '微信', 'WeChat']);
});

test('an alias that the archive claims is no longer that of a shipped topic', () => {
  const { topics } = join('国际版: [wechat]');
  assert.deepEqual(topics.map(({ name, aliases }) => [name, aliases]).slice(0, 3), [
    ['国际版', ['wechat']],
    ['腾讯', ['Tencent']],
    ['微信', []],
  ]);
});

test('false takes out a topic or an alias; of what is not there, a warning says so', () => {
  assert.deepEqual(
    join('微信: false\nTencent: false').topics.map(({ name, aliases }) => [name, aliases]),
    [
      ['腾讯', []],
      ['苹果', ['Apple']],
    ],
  );
  assert.deepEqual(messages('\n不在: false'), [
    '2 Unexpected exclusion of 不在, expected the name of a shipped topic; it does nothing',
  ]);
});

test('an alias that the archive adds to an ambiguous topic needs no context; the shipped ones still do', () => {
  const topic = named('苹果: [果子]', '苹果');
  assert.deepEqual(
    [topic?.sure, topic?.aliases, topic?.context],
    [['果子', '苹果公司'], ['苹果', 'Apple'], ['iPhone']],
  );
});

test('an alias of two topics is the first one’s, whatever its width and case, with both lines', () => {
  const text = '甲类: [Ｘyz]\n乙类: [xYZ]';
  assert.deepEqual(messages(text), [
    '2 Unexpected alias xYZ of two topics, expected one; 甲类 (line 1) has it, 乙类 does not',
  ]);
  assert.deepEqual(messages('甲类: [乙类]\n乙类: []'), [
    '1 Unexpected alias 乙类 of two topics, expected one; 乙类 (line 2) has it, 甲类 does not',
  ]);
});

test('an alias of one character is for tags only, unless context says what it means in a text', () => {
  assert.match(messages('云计算: [云]')[0] ?? '', /^1 Unexpected name 云 of one character, expected two/);
  assert.deepEqual(messages('云计算: {aliases: [云], context: [服务器]}'), []);
  assert.match(
    messages(`甲类: [${'长'.repeat(61)}]`)[0] ?? '',
    /^1 Unexpected name of 61 characters, expected 60/,
  );
});

test('the example of the documentation may be pasted', () => {
  const [, example = ''] =
    /^```yaml\n(.*?)^```$/ms.exec(readFileSync(new URL('../../docs/topics.md', import.meta.url), 'utf8')) ??
    [];
  const own = parseTopics(example, 'topics.yml');
  assert.equal(own.length, 4);
  assert.deepEqual(joinTopics(own, shippedTopics(), 'topics.yml').problems, []);
});
