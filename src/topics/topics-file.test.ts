import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { parseTopics } from './topics-file.ts';

const FILE = 'content/topics.yml';
const aliasesOf = (text: string): [string, string[] | undefined][] =>
  parseTopics(text, FILE).map(({ name, said }) => [name, said?.aliases]);

/** The message of the mistakes in some text. */
function mistakes(text: string): string {
  try {
    parseTopics(text, FILE);
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.message;
  }
  return assert.fail(`no mistake found in ${text}`);
}

test('a topics file is a map of names to aliases; numbers are words too', () => {
  assert.deepEqual(aliasesOf('腾讯: [Tencent, 3]\n华为:\n360: [奇虎]\nconstructor: [x]\n__proto__: [y]\n'), [
    ['腾讯', ['Tencent', '3']],
    ['华为', []],
    ['360', ['奇虎']],
    ['constructor', ['x']],
    ['__proto__', ['y']],
  ]);
  assert.deepEqual(aliasesOf(''), []);
  assert.deepEqual(aliasesOf('# nothing yet\n'), []);
});

test('a topic may say more of itself, and false excludes one', () => {
  const [rust, meta] = parseTopics(
    'Rust:\n  kind: 编程语言\n  definition: 注重安全的语言\n  context: [Cargo]\n  except: [rust belt]\nMeta: false\n',
    FILE,
  );
  assert.deepEqual(rust, {
    name: 'Rust',
    line: 1,
    said: {
      aliases: [],
      sure: [],
      context: ['Cargo'],
      except: ['rust belt'],
      kind: '编程语言',
      definition: '注重安全的语言',
    },
  });
  assert.deepEqual(meta, { name: 'Meta', line: 6, said: null });
});

test('a topics file of another shape is one sentence with its line', () => {
  for (const [text, line, said] of [
    ['- 腾讯\n', 1, 'Unexpected content, expected a map of topics'],
    ['华为:\n腾讯: Tencent\n', 2, '腾讯: Unexpected content, expected a map'],
    ['华为:\n腾讯: [b\n', 3, 'Unexpected YAML'],
    ['腾讯: [{a: b}]', 1, '腾讯: Unexpected content'],
    ['腾讯: true', 1, '腾讯: Unexpected content'],
    ['华为:\n\n腾讯: {alias: [Tencent]}', 3, '腾讯: Unexpected field alias, did you mean aliases?'],
    ['腾讯:\n  kind: 公司\n  colour: red', 3, 'Unexpected field colour, expected one of aliases, sure'],
    ['腾讯: {context: Cargo}', 1, '腾讯: Unexpected value, expected lists of words'],
    [`腾讯: {definition: ${'长'.repeat(121)}}`, 1, '腾讯: Unexpected value'],
    ['腾讯: []\n华为: []\n腾讯: []', 3, 'Unexpected second entry 腾讯, expected one; join it with line 1'],
    ['[a, b]: []', 1, 'Unexpected name'],
  ] as const) {
    const message = mistakes(text);
    assert.ok(message.startsWith(`${FILE}:${line} error topics: `), message);
    assert.ok(message.includes(said), message);
  }
});

test('aliases of aliases without end are a sentence, and so are a thousand mistakes', () => {
  const bomb = [
    'a: &a [x]',
    ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [*${'abcdefgh'[at]}, *${'abcdefgh'[at]}]`),
  ];
  assert.match(mistakes(bomb.join('\n')), /error topics: /);
  const many = mistakes(Array.from({ length: 1000 }, (_, at) => `名${at}: 1\n`).join(''));
  assert.equal(many.split('\n').length, 21);
  assert.match(many, /and 980 more$/);
});

test('ten thousand entries take time in proportion', () => {
  const textOf = (count: number): string =>
    Array.from({ length: count }, (_, at) => `话题${at}: [alias ${at}, 别名${at}]\n`).join('');
  const cost = (count: number): number => {
    const start = process.cpuUsage();
    assert.equal(parseTopics(textOf(count), FILE).length, count);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  cost(1_000);
  const ratio = cost(10_000) / cost(1_000);
  // Ten times the entries; comparing each with all others would make it a hundred.
  assert.ok(ratio < 40, `${ratio} times the time for ten times the entries`);
});
