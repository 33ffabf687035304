import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MediaIndex } from './find.ts';

const fileOf = (file: string) => ({ file, size: 1, mtime: 1, ctime: 1, inode: 1 });
const indexOf = (files: readonly string[], rescued?: Record<string, string>) =>
  new MediaIndex(files.map(fileOf), new Map(Object.entries(rescued ?? {})));

/** Address, article, files of the folder, and the one that is meant; all that a person would find. */
const MEANT: readonly (readonly [address: string, from: string, files: string[], meant: string | null])[] = [
  ['1.png', 'a.md', ['1.png'], '1.png'],
  ['./1.png', 'p/a.md', ['p/1.png', '1.png'], 'p/1.png'],
  ['../pics/1.png', 'p/a.md', ['pics/1.png'], 'pics/1.png'],
  ['1.png', 'p/2fa.md', ['p/2fa/1.png', 'p/air/1.png'], 'p/2fa/1.png'],
  ['2fa/1.png', 'p/2fa.md', ['p/2fa/1.png'], 'p/2fa/1.png'],
  ['1.png', 'p/2013-08-01-x.md', ['p/x/1.png', 'q/1.png'], 'p/x/1.png'],
  ['x.assets/1.png', 'x.md', ['x.assets/1.png'], 'x.assets/1.png'],
  ['1.png', 'x.md', ['x.assets/1.png', 'y.assets/1.png'], 'x.assets/1.png'],
  ['图.png', '笔记/a.md', ['笔记/附件/图.png'], '笔记/附件/图.png'],
  ['/images/1.png', 'source/_posts/a.md', ['source/images/1.png'], 'source/images/1.png'],
  ['/img/1.png', 'content/posts/a.md', ['static/img/1.png'], 'static/img/1.png'],
  [
    '/wp-content/uploads/2013/1.png',
    'a.md',
    ['wp-content/uploads/2013/1.png'],
    'wp-content/uploads/2013/1.png',
  ],
  ['/1.png', 'docs/guide/a.md', ['docs/.vuepress/public/1.png'], 'docs/.vuepress/public/1.png'],
  ['../../../static/1.png', 'a/b.md', ['static/1.png'], 'static/1.png'],
  ['my%20cat.png', 'a.md', ['my cat.png'], 'my cat.png'],
  ['%25E5%259B%25BE.png', 'a.md', ['图.png'], '图.png'],
  ['100%.png', 'a.md', ['100%.png'], '100%.png'],
  ['img\\1.png', 'a.md', ['img/1.png'], 'img/1.png'],
  ['img%5C1.png', 'a.md', ['img/1.png'], 'img/1.png'],
  ['1.png?x-oss-process=style/w', 'a.md', ['1.png'], '1.png'],
  ['1.png#pic_center', 'a.md', ['1.png'], '1.png'],
  ['a#b.png', 'a.md', ['a#b.png', 'a'], 'a#b.png'],
  ['1.png =600x', 'a.md', ['1.png'], '1.png'],
  ['1.png|300', 'a.md', ['1.png'], '1.png'],
  ['1.png "题"', 'a.md', ['1.png'], '1.png'],
  ['1.png!large', 'a.md', ['1.png'], '1.png'],
  ['IMG/A.PNG', 'a.md', ['img/a.png'], 'img/a.png'],
  ['A.png', 'a.md', ['a.png', 'A.png'], 'A.png'],
  ['caf\u0065\u0301.png', 'a.md', ['caf\u00e9.png'], 'caf\u00e9.png'],
  [
    `wiki:${encodeURIComponent('图 1.png')}`,
    'a/b/c.md',
    ['z/图 1.png', 'a/b/x/图 1.png', 'a/图 1.png'],
    'a/b/x/图 1.png',
  ],
  [`wiki:${encodeURIComponent('x/1.png')}`, 'a.md', ['q/x/1.png', 'q/y/1.png'], 'q/x/1.png'],
  ['deep/1.png', 'a.md', ['some/where/deep/1.png'], 'some/where/deep/1.png'],
  ['1.png', 'a.md', ['x/1.png', 'y/1.png'], null],
  ['../../etc/passwd', 'a.md', ['b.png'], null],
  ['..', 'a.md', ['b.png'], null],
  ['', 'a.md', ['b.png'], null],
  ['data:image/png;base64,AA', 'a.md', ['b.png'], null],
  ['https://example.org/images/1.png', 'a.md', ['images/1.png'], null],
  [
    'https://example.org/images/1.png',
    'a.md',
    ['mirror/x', 'assets/images/example.org/images/1.png'],
    'assets/images/example.org/images/1.png',
  ],
];

for (const [address, from, files, meant] of MEANT)
  test(`${address || '(nothing)'} in ${from} beside ${files.join(', ')} is ${meant ?? 'nothing'}`, () => {
    assert.equal(indexOf(files).find(address, from)?.file ?? null, meant);
  });

test('a picture of the site that an article comes from is found where the folder has it', () => {
  const index = indexOf(['source/images/a.png', '2013/b.png']);
  const base = 'http://blog.example.org/p/1';
  assert.equal(
    index.find('https://blog.example.org/images/a.png', 'source/x.md', base)?.file,
    'source/images/a.png',
  );
  assert.equal(index.find('//blog.example.org/wp/2013/b.png?w=3', 'x.md', base)?.file, '2013/b.png');
  assert.equal(index.find('https://other.example.org/images/a.png', 'source/x.md', base), null);
});

test('a rescued picture is found by its address, also where this has a fragment', () => {
  const index = indexOf(['media/0a.png'], {
    'https://example.org/a.png': 'media/0a.png',
    'https://example.org/b': 'media/gone.png',
  });
  assert.equal(index.find('https://example.org/a.png#x', 'a.md')?.file, 'media/0a.png');
  assert.equal(index.find('https://example.org/b', 'a.md'), null);
});

test('whatever an address says, only files of the folder are found', () => {
  const files = ['a/b.png', 'images/中.png', 'x.png'];
  const index = indexOf(files);
  const part = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e%2e',
    '%252f',
    'x.png',
    'b.png',
    '中.png',
    'wiki:',
    'http://',
    '\0',
    '#',
    '?',
    '|',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const found = index.find(parts.join(''), 'a/t.md');
      return found === null || files.includes(found.file);
    }),
  );
});

test('two thousand references are found among a hundred thousand files of one name', () => {
  const index = indexOf(Array.from({ length: 100_000 }, (_, n) => `p/${n}/1.png`));
  const before = process.cpuUsage();
  for (let n = 0; n < 2000; n++)
    for (const address of ['wiki:1.png', '1.png', '/no/1.png']) index.find(address, `q/${n}.md`);
  const { user } = process.cpuUsage(before);
  // A tenth of a second; minutes, where each looks through all of them.
  assert.ok(user < 10e6, `${user / 1e6} s of processor time`);
});
