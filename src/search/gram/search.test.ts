import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Results } from './answer.ts';
import type { Filters, Sort } from './filters.ts';
import { nearWords } from './near-words.ts';
import type { GramSearch } from './search.ts';
import { article, indexOf, openFiles } from './testing.ts';
import type { IndexDocument } from './types.ts';

const filler = '别的事情说了很多很多。'.repeat(30);

const pathsOf = async (engine: GramSearch, query: string) =>
  (await engine.search(query, { near: false })).hits.map((hit) => hit.path);

async function engineOf(documents: IndexDocument[]) {
  return openFiles(await indexOf(documents));
}

test('the title comes before the body', async () => {
  const engine = await engineOf([
    article('title', { title: '微信之年', passages: [filler] }),
    article('body', { passages: ['微信，微信，微信，微信。'] }),
  ]);
  assert.deepEqual(await pathsOf(engine, '微信'), ['title', 'body']);
});

test('more frequent in a shorter article comes first', async () => {
  const engine = await engineOf([
    article('often', { passages: ['微信、微信、微信、微信。'] }),
    article('once', { passages: [`微信。${filler}`] }),
  ]);
  assert.deepEqual(await pathsOf(engine, '微信'), ['often', 'once']);
});

test('among equals the newer comes first', async () => {
  const engine = await engineOf([
    article('old', { date: '2019-01-01', passages: ['微信'] }),
    article('new', { date: '2020-01-01', passages: ['微信'] }),
  ]);
  assert.deepEqual(await pathsOf(engine, '微信'), ['new', 'old']);
});

test('words close together come before words far apart', async () => {
  const engine = await engineOf([
    article('close', { passages: [filler, '微信做支付'] }),
    article('same passage', { passages: [`微信。${filler}支付`] }),
    article('far', { passages: ['微信', filler, '支付'] }),
  ]);
  assert.deepEqual(await pathsOf(engine, '微信 支付'), ['close', 'same passage', 'far']);
});

test('the rarer word weighs more', async () => {
  const common = Array.from({ length: 8 }, (_, i) => article(`common${i}`, { passages: [`手机${i}`] }));
  const engine = await engineOf([
    article('rare in title', { title: '芯片', passages: ['手机'] }),
    ...common,
    article('common in title', { title: '手机', passages: ['芯片'] }),
  ]);
  assert.deepEqual(await pathsOf(engine, '手机 芯片'), ['rare in title', 'common in title']);
});

test('a hit shows the string in its sentence, marked in the original spelling', async () => {
  const engine = await engineOf([
    article('a.html', {
      title: '關於ＡＰＩ',
      author: '開眼二郎',
      date: '2013-08-01',
      passages: ['前言。', '先說別的。腾讯的ＡＰＩ開放了。再說別的。'],
    }),
  ]);
  const { hits, total, exact, months } = await engine.search('"api开放"');
  assert.deepEqual(
    { total, exact, months },
    { total: 1, exact: true, months: [{ month: '2013-08', count: 1, of: 1 }] },
  );
  assert.deepEqual(hits, [
    {
      path: 'a.html',
      date: '2013-08-01',
      title: '關於ＡＰＩ',
      author: '開眼二郎',
      tags: [],
      titleMarks: [],
      authorMarks: [],
      excerpts: [{ text: '腾讯的ＡＰＩ開放了。再說別的。', marks: [[3, 8]] }],
      passage: 1,
      group: 'words',
    },
  ]);
});

test('a range of dates has two ends, each a year or a month; what has no date is in none', async () => {
  const dates = ['', '2018-12-31', '2019-01-01', '2020-06-30', '2021-01-01'];
  const engine = await engineOf(dates.map((date, i) => article(`${i}`, { date, passages: ['微信'] })));
  const found = async (filters: Filters) =>
    (await engine.search('微信', { filters, sort: 'oldest' })).hits.map((hit) => hit.path).join('');
  assert.equal(await found({ from: '2019' }), '234');
  assert.equal(await found({ to: '2019' }), '12');
  assert.equal(await found({ from: '2019-01', to: '2020-06' }), '23');
  assert.equal(await found({ from: '2020-07', to: '2019' }), '');
});

test('months without a match are told too, each with the number of its articles', async () => {
  const dates = ['2019-01-01', '2019-01-02', '2020-02-01'];
  const engine = await engineOf(
    dates.map((date, i) => article(`${i}`, { date, passages: [i ? '' : '微信'] })),
  );
  assert.deepEqual((await engine.search('微信')).months, [
    { month: '2019-01', count: 1, of: 2 },
    { month: '2020-02', count: 0, of: 1 },
  ]);
});

test('a search reads so many pages and no more, says so, and goes on when it is asked again', async () => {
  const apart = Array.from({ length: 30 }, (_, i) =>
    article(`${i}`, { passages: [`${'段简。简直'.repeat(40)}${i}`] }),
  );
  const engine = await engineOf([article('right', { passages: ['段简直'], date: '2019-01-01' }), ...apart]);
  const first = await engine.search('"段简直"', { readUpTo: 10 });
  assert.deepEqual([first.checked, first.stopped, first.exact, first.total], [10, true, false, 21]);
  const all = await engine.search('"段简直"', { readUpTo: 40 });
  assert.deepEqual([all.checked, all.stopped, all.exact, all.total], [31, false, true, 1]);
});

test('the first and the last mention are those of the dates', async () => {
  const dates = [...Array<string>(9).fill(''), '2019-01-01', '2020-01-01', '2021-01-01'];
  const engine = await engineOf(
    dates.map((date, i) => article(`${i}`, { date, title: `第${i}`, passages: [i < 11 ? '微信' : '别的'] })),
  );
  const { first, last } = await engine.aside('微信');
  assert.deepEqual(
    [first, last],
    [
      { path: '9', date: '2019-01-01', title: '第9' },
      { path: '10', date: '2020-01-01', title: '第10' },
    ],
  );
});

test('long passages are cut round the mark, with an ellipsis, never inside a character', async () => {
  const engine = await engineOf([article('a', { passages: [`${'𠮷'.repeat(99)}微信${'🚀'.repeat(99)}`] })]);
  const [hit] = (await engine.search('微信')).hits;
  const excerpt = hit?.excerpts[0];
  assert.match(excerpt?.text ?? '', /^…𠮷+微信(🚀)+…$/u);
  const [from = 0, to = 0] = excerpt?.marks[0] ?? [];
  assert.equal(excerpt?.text.slice(from, to), '微信');
});

test('terms in different passages have an excerpt each', async () => {
  const engine = await engineOf([article('a', { passages: ['微信', filler, '支付'] })]);
  const [hit] = (await engine.search('微信 支付')).hits;
  assert.deepEqual(
    hit?.excerpts.map((excerpt) => excerpt.text),
    ['微信', '支付'],
  );
});

test('a match in the title alone shows the opening of the article', async () => {
  const engine = await engineOf([article('a', { title: '微信之年', passages: ['开头。', '结尾。'] })]);
  const [hit] = (await engine.search('微信')).hits;
  assert.deepEqual(
    [hit?.titleMarks, hit?.passage, hit?.excerpts],
    [[[0, 2]], null, [{ text: '开头。', marks: [] }]],
  );
});

test('Latin words match from their beginning while they are typed, and anywhere when quoted', async () => {
  const engine = await engineOf([article('a', { passages: ['新的iPhone6和Node.js'] })]);
  for (const query of ['i', 'ip', 'iphone', 'iphone6', 'node', 'node.', 'js', '"phone"', '"e6"', '"n"'])
    assert.deepEqual(await pathsOf(engine, query), ['a'], query);
  for (const query of ['phone', 'ode', 'e6']) assert.deepEqual(await pathsOf(engine, query), [], query);
});

test('without anything to search for, filters list what they hold', async () => {
  const engine = await engineOf([
    article('1', { date: '2019-01-01', author: '甲', tags: ['苹果'] }),
    article('2', { date: '2020-01-01', author: '甲' }),
    article('3', { date: '2020-02-01', author: '乙', tags: ['苹果'] }),
  ]);
  const list = async (filters: object) =>
    (await engine.search('', { filters, sort: 'oldest' })).hits.map((hit) => hit.path);
  assert.deepEqual(await list({ author: '甲' }), ['1', '2']);
  assert.deepEqual(await list({ topic: '苹果', year: '2020' }), ['3']);
  assert.deepEqual(await list({ month: '2020-01' }), ['2']);
  assert.deepEqual(await list({ author: '甲', topic: '香蕉' }), []);
  assert.equal((await engine.search('')).searchable, false);
});

test('many candidates that were not all checked give an estimate, and say so', async () => {
  const documents = Array.from({ length: 50 }, (_, i) =>
    article(`${i}`, { passages: [i % 2 ? '微信支付' : '支微信付微信'] }),
  );
  const engine = await engineOf(documents);
  const some = await engine.search('微信支', { limit: 5, verifyUpTo: 0 });
  assert.equal(some.exact, false);
  assert.ok(some.total >= 25);
  const all = await engine.search('微信支', { limit: 5, verifyUpTo: 1000 });
  assert.deepEqual([all.total, all.exact, all.hits.length], [25, true, 5]);
});

test('the first hits are handed over early, once, in the order of the whole list', async () => {
  const engine = await engineOf(
    Array.from({ length: 30 }, (_, i) => article(String(i), { passages: ['微信支付', '支付与微信'] })),
  );
  for (const query of ['微信支付', '微信 支付']) {
    const seen: string[][] = [];
    const early = { hits: 8, show: ({ hits }: Results) => seen.push(hits.map(({ path }) => path)) };
    const { hits, exact, total } = await engine.search(query, { limit: 20, verifyUpTo: 40, early });
    assert.equal(hits.length, 20);
    assert.ok(exact && total === 30);
    assert.deepEqual(seen, [hits.slice(0, 8).map(({ path }) => path)]);
  }
});

test('nothing is handed over early where the first hits are all there is to check, or were checked before', async () => {
  const engine = await engineOf(
    Array.from({ length: 30 }, (_, i) => article(String(i), { passages: ['微信支付'] })),
  );
  let shown = 0;
  const early = { hits: 8, show: () => shown++ };
  assert.equal((await engine.search('微信支付', { limit: 8, verifyUpTo: 8, early })).hits.length, 8);
  assert.equal(shown, 0);
  assert.equal((await engine.search('微信支付', { limit: 20, verifyUpTo: 40, early })).hits.length, 20);
  assert.equal(shown, 1);
  assert.equal((await engine.search('微信支付', { limit: 20, verifyUpTo: 40, early })).hits.length, 20);
  assert.equal(shown, 1);
});

test('what is typed is looked up as one string first, with a count of its own', async () => {
  const engine = await engineOf([
    article('inside a word', { date: '2019-01-01', passages: [`${filler}tools -last`] }),
    article('string', { date: '2020-01-01', passages: [`${filler}打 ls -l 看`] }),
    article('words', { date: '2021-01-01', title: 'ls，又 -l', passages: ['ls 与 -l 与 ls 与 -l'] }),
  ]);
  const groups = async (sort: Sort) => {
    const { hits, literal, total, exact } = await engine.search('ls -l', { near: false, sort });
    assert.deepEqual([literal, total, exact], [{ total: 1, exact: true }, 2, true]);
    return hits.map(({ path, group }) => [path, group]);
  };
  const [string, words] = [
    ['string', 'literal'],
    ['words', 'words'],
  ];
  assert.deepEqual(await groups('relevance'), [string, words]);
  assert.deepEqual(await groups('newest'), [words, string]);
  assert.deepEqual((await engine.search('ls -a')).exclude, [{ text: 'a', query: 'ls -"a"' }]);
});

test('in a query with Han the string comes first where it is a title', async () => {
  const engine = await engineOf([
    article('words', { title: '内核与 Linux 的故事', passages: ['Linux，内核，发布'] }),
    article('title', { title: 'Linux 内核发布', passages: [filler] }),
  ]);
  assert.deepEqual(await pathsOf(engine, 'Linux 内核 发布'), ['title', 'words']);
});

test('a term may ask for the title, the author or the text', async () => {
  const engine = await engineOf([
    article('title', { title: '微信之年', author: '乙', passages: ['别的'] }),
    article('author', { author: '微信小编', passages: ['别的'] }),
    article('body', { passages: ['微信'] }),
  ]);
  for (const [query, path] of [
    ['标题:微信', 'title'],
    ['作者：微信', 'author'],
    ['正文:"微信"', 'body'],
  ] as const)
    assert.deepEqual(await pathsOf(engine, query), [path], query);
  assert.deepEqual((await pathsOf(engine, '微信 -标题:微信')).sort(), ['author', 'body']);
  const [hit] = (await engine.search('作者:微信')).hits;
  assert.deepEqual([hit?.titleMarks, hit?.authorMarks, hit?.passage], [[], [[0, 2]], null]);
});

test('OR finds either', async () => {
  const engine = await engineOf(['微信', '支付', '别的'].map((text) => article(text, { passages: [text] })));
  assert.deepEqual((await pathsOf(engine, '微信 OR 支付')).sort(), ['微信', '支付']);
});

test('blanks between Han and Latin, hyphens, and commas in numbers are found whether they are typed or not', async () => {
  const texts = ['Linux 内核', 'linux内核', 'Wi-Fi', 'WiFi', '2,000 元', '2000元'];
  const engine = await engineOf(texts.map((text) => article(text, { passages: [text] })));
  for (const query of ['Linux内核', 'linux 内核', '"Linux  内核"', 'wifi', '"wi-fi"', '2000元', '"2,000 元"'])
    assert.equal((await engine.search(query)).total, 2, query);
  assert.deepEqual(await pathsOf(engine, 'fi'), ['Wi-Fi']);
  const marks = await Promise.all(
    ['linux内核', '内', 'wifi', 'fi'].map(async (query) => {
      const [hit] = (await engine.search(query, { sort: 'oldest' })).hits;
      return hit?.excerpts[0]?.marks;
    }),
  );
  assert.deepEqual(marks, [[[0, 8]], [[6, 7]], [[0, 5]], [[3, 5]]]);
});

test('signs are looked up like letters', async () => {
  const texts = ['a->b', 'f(x) => y', 'if (a === b)', 'R&D 部', 'I/O', 'R D', 'io'];
  const engine = await engineOf(texts.map((text) => article(text, { passages: [text] })));
  for (const [query, path] of [
    ['->', 'a->b'],
    ['=>', 'f(x) => y'],
    ['===', 'if (a === b)'],
    ['R&D', 'R&D 部'],
    ['"&D部"', 'R&D 部'],
    ['i/o', 'I/O'],
    ['"/"', 'I/O'],
    ['"(x)"', 'f(x) => y'],
  ] as const) {
    const { documents } = await engine.candidates(query);
    assert.equal(documents.length, 1, query);
    assert.deepEqual(await pathsOf(engine, query), [path], query);
  }
});

test('the only article with the string comes first, then what holds words of it, in order of worth; that counts in no total', async () => {
  const engine = await engineOf([
    article('far', { passages: ['微信很好', '别的'] }),
    article('title', { title: '用微信来支付', passages: [filler] }),
    article('whole', { passages: ['如何使用微信支付'] }),
    article('other', { passages: ['如何'] }),
  ]);
  const { hits, total, exact } = await engine.search('如何使用微信支付');
  assert.deepEqual([total, exact], [1, true]);
  assert.deepEqual(
    hits.map(({ path, group }) => [path, group]),
    [
      ['whole', 'words'],
      ['title', 'near'],
      ['far', 'near'],
    ],
  );
  assert.deepEqual(hits[1]?.titleMarks, [
    [1, 3],
    [4, 6],
  ]);
  for (const query of ['"如何使用微信支付"', '标题:如何使用微信支付', '如何使用微信支付 -微信'])
    assert.ok(
      (await engine.search(query)).hits.every(({ group }) => group !== 'near'),
      query,
    );
  assert.equal((await engine.search('如何使用微信支付', { sort: 'newest' })).hits.length, 1);
});

test('words of a question that name nothing are not looked for', () => {
  assert.deepEqual(nearWords('如何写好单元测试'), ['写好', '单元', '测试']);
  assert.deepEqual(nearWords('centos7安装docker'), ['centos7', '安装', 'docker']);
  assert.deepEqual(nearWords('微信支付'), ['微信', '支付']);
  assert.deepEqual(nearWords('什么'), []);
});

test('a word that stands inside of others too says how many articles that makes', async () => {
  const engine = await engineOf(
    ['script', 'JavaScript', '脚本'].map((text) => article(text, { passages: [text] })),
  );
  assert.deepEqual((await engine.aside('script')).wider, { query: '"script"', total: 2, exact: false });
  for (const query of ['javascript', '脚本', '"script"', 'script 脚本'])
    assert.equal((await engine.aside(query)).wider, null, query);
});

test('a word that no article has is offered as one that differs by a letter', async () => {
  const many = Array.from({ length: 9 }, (_, i) => article(`${i}`, { passages: ['Android 与 Kubernetes'] }));
  const engine = await engineOf(many);
  const offered = async (query: string) => (await engine.aside(query)).suggestions.map((one) => one.query);
  assert.deepEqual(await offered('Andriod 手机'), ['android 手机']);
  assert.deepEqual(await offered('Kubernates'), ['kubernetes']);
  for (const query of ['Android', 'andr', 'Andxxid', '"Andriod"', '手机'])
    assert.deepEqual(await offered(query), [], query);
});

test('filters do not tell capitals from small letters', async () => {
  const engine = await engineOf([article('a', { author: 'Bob', tags: ['iOS'] }), article('b')]);
  for (const filters of [{ author: 'bob' }, { author: 'BOB', topic: 'ios' }])
    assert.equal((await engine.search('', { filters })).total, 1);
});
