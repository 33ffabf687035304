import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../files/testing.ts';
import type { ArticleBody, Location } from '../types.ts';
import { PackReader, PackWriter } from './article-pack.ts';
import { DamagedCache } from './cache-file.ts';

const bodyOf = (text: string): ArticleBody => ({
  html: `<p>${text}</p>`,
  passages: [text, '第二段。'],
  headings: [{ depth: 2, id: 'a', text, recovered: true }],
  data: { layout: 'post' },
  repairs: [{ rule: 'encoding', line: 1, before: text, after: '' }],
});

/** A pack of some texts, each with a line of its own behind it. */
function packOf(file: string, texts: readonly string[]) {
  const writer = new PackWriter(file);
  const places = texts.map((text) => ({ at: writer.addBody(bodyOf(text)), line: writer.add(text) }));
  writer.write();
  return places;
}

test('any bodies and texts come back as they were, in any order, whole or in part', () => {
  using folder = new Folder();
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, (list) => {
      const pack = folder.at('a.pack');
      using reader = new PackReader();
      for (const [at, place] of [...packOf(pack, list).entries()].reverse()) {
        const { passages, ...page } = bodyOf(list[at] ?? '');
        assert.deepEqual(reader.read(place.at), { passages, ...page });
        assert.deepEqual(reader.page(place.at), page);
        assert.deepEqual(reader.passages(place.at), passages);
        assert.equal(reader.text(pack, place.line), list[at]);
        assert.deepEqual(reader.bytes(pack, place.line), Buffer.from(list[at] ?? ''));
      }
    }),
    { numRuns: 30 },
  );
});

test('several packs are read in turn', () => {
  using folder = new Folder();
  const [a] = packOf(folder.at('a.pack'), ['甲']);
  const [b] = packOf(folder.at('b.pack'), ['乙']);
  assert.ok(a && b);
  using reader = new PackReader();
  assert.deepEqual(
    [a, b, a].map(({ at }) => reader.passages(at)[0]),
    ['甲', '乙', '甲'],
  );
});

test('a turned bit, a cut pack, a missing pack and a place outside are damage, never an article', () => {
  using folder = new Folder();
  const file = folder.at('a.pack');
  const [first, last] = packOf(file, ['甲', '乙']);
  assert.ok(first && last);
  const whole = readFileSync(file);
  const assertDamage = (location: Location): void => {
    using reader = new PackReader();
    assert.throws(() => reader.read(location), DamagedCache);
    assert.throws(() => reader.passages(location), DamagedCache);
  };
  for (let byte = 0; byte < whole.length; byte++) {
    const damaged = Buffer.from(whole);
    damaged[byte] = (damaged[byte] ?? 0) ^ 4;
    writeFileSync(file, damaged);
    assertDamage(last.at);
  }
  writeFileSync(file, whole);
  assertDamage({ ...last.at, offset: whole.length });
  truncateSync(file, whole.length - 1);
  assertDamage(first.at);
  rmSync(file);
  assertDamage(first.at);
});
