import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { unzip } from '../../client/offline/unzip.ts';
import { makeZip } from './zip.ts';

const entry = fc.record({
  content: fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ maxLength: 2000 }).map((text) => Buffer.from(text.repeat(9))),
  ),
  compress: fc.boolean(),
});

async function unpacked(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const [name, content] of unzip(Uint8Array.from(bytes))) files.set(name, Buffer.from(content));
  return files;
}

test('what was packed comes out again, in the page and with another’s tool', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (contents) => {
      const entries = contents.map((one, at) => ({ ...one, name: `作者/${at} #50%.html` }));
      const zip = makeZip(entries);
      const expected = new Map(entries.map(({ name, content }) => [name, Buffer.from(content)]));
      assert.deepEqual(await unpacked(zip), expected);
      const other = Object.entries(unzipSync(zip)).map(([name, content]): [string, Buffer] => [
        name,
        Buffer.from(content),
      ]);
      assert.deepEqual(new Map(other), expected);
      assert.deepEqual(makeZip(entries), zip);
    }),
    { numRuns: 40 },
  );
});

test('what is no zip, or is cut off, is refused', async () => {
  const zip = makeZip([{ name: 'a.html', content: Buffer.from('文'.repeat(400)), compress: true }]);
  await assert.rejects(unpacked(zip.subarray(0, zip.length - 30)), /central directory/);
  await assert.rejects(unpacked(Buffer.from('<!doctype html>')), /central directory/);
});
