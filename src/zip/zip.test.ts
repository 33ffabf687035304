import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { unzip } from '../client/offline/unzip.ts';
import { absent } from '../exporters/testing/tools.ts';
import { packedMembers } from './read.ts';
import { directoryLine } from './records.ts';
import { writeZip, type ZipMember, zipOf } from './zip.ts';

async function withZip<T>(
  members: Iterable<ZipMember> | AsyncIterable<ZipMember>,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-zip-'));
  try {
    const file = path.join(dir, 'a.zip');
    await writeZip(file, members);
    return await work(file);
  } finally {
    await rm(dir, { recursive: true });
  }
}

const bytes = (text: string) => Buffer.from(text);

test('members come out as they went in, in their order, however they were given', async () => {
  const members: ZipMember[] = [
    { name: 'mimetype', content: bytes('application/epub+zip'), compress: false },
    { name: '档案/长 50% #1.txt', content: async () => bytes('同一句话。'.repeat(5000)), compress: true },
    { name: 'random', content: async () => bytes('x'), compress: true },
    { name: 'empty', content: bytes(''), compress: true },
    { name: 'test', content: { file: import.meta.filename }, compress: true },
  ];
  const files = await withZip(members, async (file) => unzipSync(await readFile(file)));
  assert.deepEqual(
    Object.keys(files),
    members.map(({ name }) => name),
  );
  assert.equal(Buffer.from(files['档案/长 50% #1.txt'] ?? []).toString(), '同一句话。'.repeat(5000));
  assert.deepEqual(Buffer.from(files.test ?? []), await readFile(import.meta.filename));
});

test('the first member stands at the very beginning, stored, without extra field, as EPUB wants it', () =>
  withZip([{ name: 'mimetype', content: bytes('application/epub+zip'), compress: false }], async (file) => {
    assert.equal((await readFile(file)).toString('latin1', 30, 58), 'mimetypeapplication/epub+zip');
  }));

/** More than the 65,535 members that a zip without Zip64 can count. */
const MANY = 70_000;

function* many(): Generator<ZipMember> {
  for (let number = 0; number < MANY; number++)
    yield { name: `${number % 300}/${number}.txt`, content: bytes(String(number)), compress: false };
}

test('70,000 members make a valid Zip64', { skip: absent('unzip', '-v') }, () =>
  withZip(many(), async (file) => {
    assert.match(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' }), /^No errors detected/);
    const listed = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.equal(listed.trimEnd().split('\n').length, MANY);
    assert.equal(execFileSync('unzip', ['-p', file, '99/69999.txt'], { encoding: 'utf8' }), '69999');
  }),
);

test('a member beyond 4 GB is found by its Zip64 field', () => {
  const entry = { name: bytes('a'), crc: 1, method: 0, size: 2, deflated: 2 } as const;
  const near = directoryLine({ ...entry, offset: 0xfffffffe });
  const far = directoryLine({ ...entry, offset: 5e9 });
  assert.deepEqual([near.length, near.readUInt32LE(42)], [47, 0xfffffffe]);
  assert.deepEqual([far.length, far.readUInt16LE(30), far.readUInt32LE(42)], [59, 12, 0xffffffff]);
  assert.deepEqual(
    [far.readUInt16LE(47), far.readUInt16LE(49), far.readBigUInt64LE(51)],
    [1, 8, 5_000_000_000n],
  );
});

test('where a member cannot be made the zip fails with its reason', async () => {
  const members: ZipMember[] = [
    { name: 'a', content: bytes('a'), compress: false },
    { name: 'b', content: { file: path.join(tmpdir(), 'jiuwen-there-is-no-such-file') }, compress: false },
  ];
  await assert.rejects(
    withZip(members, (file) => stat(file)),
    /ENOENT.*no-such-file/,
  );
});

const member = fc.record({
  content: fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ maxLength: 2000 }).map((text) => Buffer.from(text.repeat(9))),
  ),
  compress: fc.boolean(),
});

async function unpacked(zip: Uint8Array, most = 1e6): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const [name, content] of unzip(Uint8Array.from(zip), most))
    files.set(name, Buffer.from(content));
  return files;
}

test('what was packed comes out again, in the page and with another’s tool, and the same bytes are made again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(member, { maxLength: 8 }), async (contents) => {
      const members = contents.map((one, at) => ({ ...one, name: `作者/${at} #50%.html` }));
      const zip = await zipOf(members);
      const expected = new Map(members.map(({ name, content }) => [name, Buffer.from(content)]));
      assert.deepEqual(await unpacked(zip), expected);
      const other = Object.entries(unzipSync(zip)).map(([name, content]): [string, Buffer] => [
        name,
        Buffer.from(content),
      ]);
      assert.deepEqual(new Map(other), expected);
      assert.deepEqual(await zipOf(members), zip);
    }),
    { numRuns: 40 },
  );
});

test('what is no zip, or is cut off, is refused by the page', async () => {
  const zip = await zipOf([{ name: 'a.html', content: bytes('文'.repeat(400)), compress: true }]);
  await assert.rejects(unpacked(zip.subarray(0, zip.length - 30)), /central directory/);
  await assert.rejects(unpacked(bytes('<!doctype html>')), /central directory/);
});

test('a file that inflates to more than it says, or than was announced, is refused before it fills the memory', async () => {
  const zip = await zipOf([{ name: 'a.html', content: Buffer.alloc(5_000_000, 'a'), compress: true }]);
  await assert.rejects(unpacked(zip, 4_999_999), /Unexpected 5000000 bytes/);
  assert.equal((await unpacked(zip, 5_000_000)).get('a.html')?.length, 5_000_000);
  const line = zip.length - 22 - 46 - 'a.html'.length;
  for (const [size, words] of [
    [100, /101 bytes, expected 100/],
    [4_000_000_000, /Unexpected 4000000000 bytes/],
    [6_000_000, /Unexpected 6000000 bytes/],
  ] as const) {
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(size, line + 24);
    await assert.rejects(unpacked(lying, 1e10), words);
  }
});

test('a file whose name leads out of the folder it is unpacked to is refused by the page and by the build', async () => {
  const names = [
    '../a',
    'a/../../b',
    '..',
    '.',
    'a/./b',
    '/etc/passwd',
    '//host/a',
    'a//b',
    'a/',
    'a\\b',
    '..\\a',
    'C:a',
    'c:/a',
    'a\0b',
    'a\nb',
    '',
  ];
  for (const name of names) {
    const zip = await zipOf([{ name, content: bytes('x'), compress: false }]);
    await assert.rejects(unpacked(zip), /no path below the site/, name);
    assert.equal(packedMembers(zip).size, 0, name);
  }
});

test('members taken from a zip make the same zip again, and what is no whole zip gives none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 8 }), fc.nat(), async (contents, place) => {
      const members = contents.map((one, at) => ({ ...one, name: `作者/${at} #50%.html` }));
      const zip = await zipOf(members);
      const packed = packedMembers(zip);
      const again = [...packed].map(([name, content]) => ({
        name,
        content: async () => content,
        compress: true,
      }));
      assert.deepEqual(await zipOf(again), zip);
      assert.equal(packedMembers(zip.subarray(0, place % zip.length)).size, 0);
      assert.equal(packedMembers(Buffer.concat([zip, bytes('x')])).size, 0);
      // A changed byte is found in a record; in a member it is not looked for.
      const changed = Buffer.from(zip);
      changed.writeUInt8(changed.readUInt8(place % zip.length) ^ 0xff, place % zip.length);
      assert.ok([0, packed.size].includes(packedMembers(changed).size));
    }),
    { numRuns: 60 },
  );
});
