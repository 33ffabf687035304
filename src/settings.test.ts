import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { UserError } from './errors.ts';
import { CLEANING_RULES } from './repair-rules.ts';
import { parseSettings, readSettings, SETTINGS_FILE } from './settings.ts';

const parse = (text: string) => parseSettings(text, 'archive.yml');

test('an empty file gives the defaults', () => {
  const settings = parse('');
  assert.equal(settings.title, '旧闻');
  assert.equal(settings.timeZone, 'Asia/Shanghai');
  assert.equal(settings.canonical, 'self');
  assert.deepEqual(settings.search, { pagefind: 'auto' });
  assert.deepEqual(parse('# only a remark\n'), settings);
});

test('every field is read', () => {
  assert.deepEqual(
    parse(`language: zh-Hans
title: 机房旧事
description: 灯一直亮着。
origin: https://example.org/archive
maintainer: 林一
licence: CC BY 4.0
timeZone: Asia/Tokyo
canonical: original
images: load
lineBreaks: keep
drafts: true
ignore: [notes/]
icp: 京ICP备00000000号
gongan: 京公网安备11010000000000号
topics: { shipped: false }
search: { pagefind: off }
offline: false
twins: on
clean: { repeated-paragraph: false }
`),
    {
      language: 'zh-Hans',
      title: '机房旧事',
      description: '灯一直亮着。',
      origin: 'https://example.org/archive/',
      maintainer: '林一',
      licence: 'CC BY 4.0',
      timeZone: 'Asia/Tokyo',
      canonical: 'original',
      images: 'load',
      lineBreaks: 'keep',
      drafts: true,
      ignore: ['notes/'],
      icp: '京ICP备00000000号',
      gongan: '京公网安备11010000000000号',
      topics: { shipped: false },
      search: { pagefind: 'off' },
      offline: false,
      twins: 'on',
      clean: { 'repeated-paragraph': false },
    },
  );
});

test('an origin that servers would have to quote, or that is no address of a folder, is refused with a sentence', () => {
  const path = (end: string) => `https://example.org/${end}`;
  const refused = [
    ...[
      'a?b',
      '?',
      '#',
      'a#b',
      '%ff',
      '%FF/',
      'a%2fb',
      '%2e%2e%2fb',
      '%00',
      '%0a',
      '%20',
      '%24uri',
      '%7B',
      'a%3Bb',
      '%25',
    ].map(path),
    ...[
      'a;b',
      '$uri',
      "a'b",
      'a b',
      '{a}',
      'a"b',
      'a<b',
      'a\\b',
      'a|b',
      'a,b',
      'a*',
      'a(b',
      'a&b',
      'a`b',
      'a//b',
      'a\tb',
      'a\nb',
      'a\u0007b',
      'a:b',
      '档案;',
    ].map(path),
    ...[
      'https://user@example.org/',
      'https://user:word@example.org/',
      'https:\\\\example.org/',
      'https:example.org',
      'https://ex%61mple.org/',
      ' https://example.org/',
      'https://example.org /',
    ],
  ];
  for (const origin of refused)
    assert.throws(
      () => parse(`origin: ${JSON.stringify(origin)}`),
      (error) =>
        error instanceof UserError && /^archive\.yml:1 error settings: origin: \S.*$/.test(error.message),
      origin,
    );
  const accepted = [
    'https://example.org',
    'https://example.org:8443/a/',
    'https://例子.测试/档案/',
    'http://[::1]/',
    path('%E6%A1%A3%E6%A1%88'),
    path('~user/a-b_c.d/'),
  ];
  for (const origin of accepted)
    assert.equal(parse(`origin: ${JSON.stringify(origin)}`).origin, origin.replace(/\/*$/, '/'));
});

test('settings that are aliases of aliases, or nested without end, are refused with a sentence', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
  ];
  for (const text of [
    bomb.join('\n'),
    '['.repeat(20_000),
    `${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}`,
    'a: *nothing',
    '&a [*a]',
  ])
    assert.throws(
      () => parse(text),
      (error) => error instanceof UserError && /^archive\.yml:\d+ error settings/.test(error.message),
      text.slice(0, 40),
    );
});

test('an origin always ends in one slash', () => {
  for (const origin of ['https://example.org', 'https://example.org/', 'https://example.org///'])
    assert.equal(parse(`origin: ${origin}`).origin, 'https://example.org/');
});

/** Mistakes, and the lines a person reads. */
const MISTAKES: [text: string, message: string][] = [
  [
    'title: 旧闻\ntitel: x\n',
    'archive.yml:2 error settings: archive.yml: Unexpected field titel, did you mean title?',
  ],
  [
    'search:\n  pagefind: off\n  engine: x\n',
    'archive.yml:3 error settings: search: Unexpected field engine, expected one of pagefind',
  ],
  ['title: ""\n', 'archive.yml:1 error settings: title: Too small: expected string to have >=1 characters'],
  [
    '\ntimeZone: Asia/Shangai\n',
    'archive.yml:2 error settings: timeZone: expected an IANA time zone such as Asia/Shanghai',
  ],
  ['origin: ftp://example.org/\n', 'archive.yml:1 error settings: origin: Invalid URL'],
  [
    'canonical: other\n',
    'archive.yml:1 error settings: canonical: Invalid option: expected one of "original"|"self"',
  ],
  [
    'clean: { repeated-paragraph: false, repeated-paragraphs: false }\n',
    'archive.yml:1 error settings: clean: Unexpected field repeated-paragraphs, did you mean repeated-paragraph?',
  ],
  [
    'clean:\n  Lazy-image: false\n  emptyImage: false\n',
    'archive.yml:2 error settings: clean: Unexpected field Lazy-image, did you mean lazy-image?\narchive.yml:3 error settings: clean: Unexpected field emptyImage, did you mean empty-image?',
  ],
  ['language: zh\n', 'archive.yml:1 error settings: language: Invalid input: expected "zh-Hans"'],
  [
    'clean:\n  repeated-paragraph: nein\n',
    'archive.yml:2 error settings: clean.repeated-paragraph: Invalid input: expected boolean, received string',
  ],
  ['- title\n', 'archive.yml:1 error settings: archive.yml: Invalid input: expected object, received array'],
  [
    'title: [a]\nlicence: 3\n',
    'archive.yml:1 error settings: title: Invalid input: expected string, received array\narchive.yml:2 error settings: licence: Invalid input: expected string, received number',
  ],
];

for (const [text, message] of MISTAKES)
  test(`${JSON.stringify(text)} is refused in words, with its line`, () => {
    assert.throws(
      () => parse(text),
      (error) => {
        assert.ok(error instanceof UserError);
        assert.equal(error.message, message);
        return true;
      },
    );
  });

test('broken YAML is refused with its line', () => {
  assert.throws(
    () => parse('title: 旧闻\nlicence: "open\n'),
    (error) =>
      error instanceof UserError &&
      /^archive\.yml:\d error settings-yaml: Unexpected YAML: \S/.test(error.message),
  );
});

test('a folder without the file has the defaults; a file that cannot be read is a sentence', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'settings-'));
  try {
    assert.deepEqual(await readSettings(dir), parse(''));
    await writeFile(path.join(dir, SETTINGS_FILE), 'title: 机房旧事\n');
    assert.equal((await readSettings(dir)).title, '机房旧事');
    // The same in GBK.
    await writeFile(path.join(dir, SETTINGS_FILE), Buffer.from('7469746c653a20bbfab7bfbec9cac20a', 'hex'));
    assert.equal((await readSettings(dir)).title, '机房旧事');
    await rm(path.join(dir, SETTINGS_FILE));
    await mkdir(path.join(dir, SETTINGS_FILE));
    await assert.rejects(
      readSettings(dir),
      (error) => error instanceof UserError && /archive\.yml: cannot be read/.test(error.message),
    );
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('both readmes name every field and every cleaning rule', () => {
  const names = [...Object.keys(parse('')), ...CLEANING_RULES];
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(readme, 'utf8');
    assert.deepEqual(
      names.filter((name) => !new RegExp(`\\| .*\`${name}[\`.]`).test(text)),
      [],
      readme,
    );
  }
});
