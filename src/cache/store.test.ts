import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../pipeline/testing.ts';
import type { ArticleBody, Location } from '../types.ts';
import { DamagedPack, PackReader, PackWriter } from './store.ts';

const bodyOf = (text: string): ArticleBody => ({
  html: `<p>${text}</p>`,
  passages: [text, '第二段。'],
  headings: [{ depth: 2, id: 'a', text, recovered: true }],
  data: { layout: 'post' },
  repairs: [{ rule: 'encoding', line: 1, before: text, after: '' }],
});

/** A pack of some texts. */
async function packOf(file: string, texts: readonly string[]): Promise<Location[]> {
  const writer = new PackWriter(file);
  const locations = texts.map((text) => writer.add(bodyOf(text)));
  await writer.write();
  return locations;
}

test('any bodies come back as they were, in any order, whole or the text alone', async () => {
  using folder = new Folder();
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, async (list) => {
      const locations = await packOf(folder.at('a.pack'), list);
      using reader = new PackReader();
      for (const [at, location] of [...locations.entries()].reverse()) {
        assert.deepEqual(reader.read(location), bodyOf(list[at] ?? ''));
        assert.deepEqual(reader.passages(location), bodyOf(list[at] ?? '').passages);
      }
    }),
    { numRuns: 30 },
  );
});

test('several packs are read in turn', async () => {
  using folder = new Folder();
  const [a] = await packOf(folder.at('a.pack'), ['甲']);
  const [b] = await packOf(folder.at('b.pack'), ['乙']);
  assert.ok(a && b);
  using reader = new PackReader();
  assert.deepEqual(
    [a, b, a].map((location) => reader.passages(location)[0]),
    ['甲', '乙', '甲'],
  );
});

test('a turned bit, a cut pack, a missing pack and a wrong place are damage, never an article', async () => {
  using folder = new Folder();
  const file = folder.at('a.pack');
  const [first, last] = await packOf(file, ['甲', '乙']);
  assert.ok(first && last);
  const whole = readFileSync(file);
  const isDamage = (location: Location) => {
    using reader = new PackReader();
    assert.throws(() => reader.read(location), DamagedPack);
    assert.throws(() => reader.passages(location), DamagedPack);
  };
  for (let byte = last.offset; byte < whole.length; byte++) {
    const damaged = Buffer.from(whole);
    damaged[byte] = (damaged[byte] ?? 0) ^ 4;
    writeFileSync(file, damaged);
    isDamage(last);
  }
  writeFileSync(file, whole);
  isDamage({ ...last, offset: last.offset - 1 });
  truncateSync(file, whole.length - 1);
  isDamage(last);
  using reader = new PackReader();
  assert.equal(reader.passages(first)[0], '甲');
  rmSync(file);
  isDamage(first);
});
