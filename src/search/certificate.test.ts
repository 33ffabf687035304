import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certify } from './certificate.ts';
import { article, indexOf, openFiles } from './gram/testing.ts';
import { drawStrings } from './sample.ts';

const topics = ['手机芯片', '社交网络', '电子商务', '云端计算', '開源軟體'];
const documents = Array.from({ length: 40 }, (_, i) => {
  const topic = topics[i % topics.length] ?? '';
  return article(`${i}.html`, {
    title: `${topic}周报第 ${i} 期`,
    author: `记者${i % 7}`,
    date: `2020-01-${String(1 + Math.floor(i / 2)).padStart(2, '0')}`,
    passages: [
      `本期的${topic}消息很多，Linux${i}发行版与 iPhone 的故事，请看 kubernetes 和 docker 的下文。`,
      `第${i}段：大家都在谈论${topic}，包括“平台”、工具与价格战。`,
    ],
  });
});

test('a sound index is certified: recall and precision are 1 for every kind', async () => {
  const search = openFiles(await indexOf(documents));
  const certificate = await certify({ documents: () => documents, search, perKind: 20 });
  assert.equal(certificate.documents, 40);
  assert.deepEqual(certificate.failures, []);
  assert.equal(certificate.recall, 1);
  assert.equal(certificate.precision, 1);
  assert.ok(Object.keys(certificate.kinds).length >= 10, Object.keys(certificate.kinds).join());
  for (const result of Object.values(certificate.kinds)) assert.ok(result.expected > 0);
});

test('an index that lacks an article is not certified', async () => {
  const lacking = documents.map((document, i) => (i === 7 ? { ...document, passages: ['空'] } : document));
  const search = openFiles(await indexOf(lacking));
  const certificate = await certify({ documents: () => documents, search, perKind: 20 });
  assert.ok(certificate.recall < 1);
  assert.ok(certificate.failures.length > 0);
});

test('an index is certified whose only hit of a string stands behind more candidates than a search reads at once', async () => {
  // Pairs that stand so far apart that the index takes them for the string: positions are told apart modulo 32.
  const filler = (i: number) =>
    Array.from({ length: 31 }, (_, at) => String.fromCharCode(0x5000 + at * 90 + i)).join('');
  const decoys = Array.from({ length: 90 }, (_, i) =>
    article(`${i + 1}.html`, { date: '2020-02-01', title: '别的', passages: [`甲乙${filler(i)}乙丙`] }),
  );
  const all = [article('0.html', { date: '2020-01-01', title: '别的', passages: ['甲乙丙'] }), ...decoys];
  const search = openFiles(await indexOf(all));
  const { hits, stopped } = await search.search('甲乙丙', { limit: 1, verifyUpTo: 0, near: false });
  assert.deepEqual([hits.length, stopped], [0, true]);
  const read = (path: string) => all.find((document) => document.path === path) ?? article(path);
  const sample = { numbers: [0], of: all.length, read };
  const certificate = await certify({ documents: () => all.slice(0, 1), sample, search, perKind: 20 });
  assert.deepEqual([certificate.recall, certificate.failures], [1, []]);
});

test('an index whose pages moved is not certified', async () => {
  const files = await indexOf(documents);
  for (let i = 0; i + 1 < documents.length; i += 2) {
    const [a, b] = [files.get(`${i}.html`), files.get(`${i + 1}.html`)];
    if (a && b) files.set(`${i}.html`, b).set(`${i + 1}.html`, a);
  }
  const certificate = await certify({ documents: () => documents, search: openFiles(files), perKind: 20 });
  assert.ok(certificate.recall < 1);
});

test('a sample certifies itself, and every hit that is shown, wherever it stands', async () => {
  const search = openFiles(await indexOf(documents));
  const numbers = documents.map((_, number) => number).filter((number) => number % 4 === 1);
  const of = documents.length;
  const some = () => numbers.flatMap((number) => documents[number] ?? []);
  const read = (path: string) => documents.find((document) => document.path === path) ?? article(path);
  const options = { documents: some, search, perKind: 20 };
  const certificate = await certify({ ...options, sample: { numbers, of, read } });
  assert.deepEqual([certificate.documents, certificate.checked], [40, 10]);
  assert.deepEqual([certificate.recall, certificate.precision], [1, 1]);
  assert.deepEqual(certificate.failures, []);
  // What is shown from outside the sample is judged by reading it.
  const empty = (path: string) => article(path, { passages: [] });
  const suspicious = await certify({ ...options, sample: { numbers, of, read: empty } });
  assert.ok(suspicious.precision < 1);
});

test('an index that lacks an article of the sample is not certified by it', async () => {
  const lacking = documents.map((document, i) => (i === 5 ? { ...document, passages: ['空'] } : document));
  const search = openFiles(await indexOf(lacking));
  const numbers = [1, 5, 9];
  const read = (path: string) => documents.find((document) => document.path === path) ?? article(path);
  const some = () => numbers.flatMap((number) => documents[number] ?? []);
  const certificate = await certify({ documents: some, search, sample: { numbers, of: 40, read } });
  assert.ok(certificate.recall < 1);
});

test('the same archive gives the same strings', async () => {
  assert.deepEqual(await drawStrings(documents, 10), await drawStrings(documents, 10));
});
