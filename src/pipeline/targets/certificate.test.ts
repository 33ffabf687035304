import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Folder } from '../../files/testing.ts';
import { silent } from '../../progress.ts';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import { PackWriter } from '../cache/store.ts';
import { UserError } from '../errors.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { type CertificateRecord, certificateGroup, sampleOf } from './certify.ts';
import { GRAM_DIR, makeGramIndex } from './gram.ts';
import { digest } from './version.ts';

const textOf = (number: number): string[] => [
  `第 ${number} 篇讲手机芯片与电子商务，记者从现场发回消息，读者来信很多。`,
  `编号 ${digest(String(number)).slice(0, 8)}，风扇一直转着。`,
];

/** A small archive on disk. @param blank number of the article without its text, if any */
async function archiveIn(folder: Folder, blank?: number) {
  const pack = new PackWriter(folder.at(`${blank ?? 'whole'}.pack`));
  const readings = Array.from({ length: 12 }, (_, number) => {
    const passages = number === blank ? ['空'] : textOf(number);
    return readingOf(`${number}.md`, {
      hash: digest(String(number)),
      time: timeOf(`2013-08-${String(number + 1).padStart(2, '0')}`),
      at: pack.add({ html: '', passages, headings: [], data: {}, repairs: [] }),
    });
  });
  await pack.write();
  return archiveOf(readings);
}

/** Builds the index of an archive into the folder. */
const indexIn = (folder: Folder, archive: Awaited<ReturnType<typeof archiveIn>>) =>
  makeGramIndex({
    before: null,
    archive,
    readerKey: '',
    partDir: folder.at('parts'),
    staging: folder.at('staging'),
    outDir: folder.at('out'),
    present: new Set(),
    progress: silent,
    memory: new MemoryMeter(),
    workers: 1,
  });

test('a build certifies its own index', async () => {
  using folder = new Folder();
  const archive = await archiveIn(folder);
  const gram = await indexIn(folder, archive);
  assert.ok(gram.files.every((file) => file.startsWith(`${GRAM_DIR}/`)));
  const group = certificateGroup(archive, gram, folder.at('out'), null);
  const { whole: certificate } = (await group.make(folder.at('staging'))) as CertificateRecord;
  assert.deepEqual([certificate.documents, certificate.checked], [12, 12]);
  assert.deepEqual([certificate.recall, certificate.precision], [1, 1]);
  assert.ok(certificate.strings > 50);
  assert.equal(certificateGroup(archive, gram, folder.at('out'), null).digest, group.digest);
});

test('a segment is certified again only where it or its sample changed', async () => {
  using folder = new Folder();
  const archive = await archiveIn(folder);
  const gram = await indexIn(folder, archive);
  const make = async (before: CertificateRecord | null): Promise<CertificateRecord> =>
    (await certificateGroup(archive, gram, folder.at('out'), before).make(
      folder.at('staging'),
    )) as CertificateRecord;
  const first = await make(null);
  const [key = ''] = Object.keys(first.segments);
  assert.deepEqual(Object.keys(first.segments), [key]);
  const marked = { ...first, segments: { [key]: { ...first.whole, strings: 7 } } };
  assert.equal((await make(marked)).whole.strings, 7);
  assert.deepEqual(await make({ ...first, segments: { other: first.whole } }), first);
});

test('an index that lacks an article stops the build, and the strings are named', async () => {
  using folder = new Folder();
  const gram = await indexIn(folder, await archiveIn(folder, 5));
  const group = certificateGroup(await archiveIn(folder), gram, folder.at('out'), null);
  await assert.rejects(group.make(folder.at('staging')), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /^The search index is wrong \(recall 0\.\d{4}, precision 1\.0000\) for: "/);
    return true;
  });
});

test('a small archive is checked whole, a large one by the same sample whoever asks', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ hash: digest(String(at)), chars: 2_000 }));
  assert.deepEqual(
    sampleOf(entries(20), 300_000),
    Array.from({ length: 20 }, (_, at) => at),
  );
  const sample = sampleOf(entries(5_000), 300_000);
  assert.equal(sample.length, 150);
  assert.deepEqual(sampleOf(entries(5_000), 300_000), sample);
  // One article more: the sample stays, but for one at most.
  const after = new Set(sampleOf(entries(5_001), 300_000));
  assert.ok(sample.filter((number) => after.has(number)).length >= 149);
});

test('an article longer than what is checked is still checked', () =>
  assert.deepEqual(sampleOf([{ hash: digest('a'), chars: 9_000_000 }], 300_000), [0]));
