import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../pipeline/testing.ts';
import type { Repair } from '../types.ts';
import { RepairReader, RepairWriter } from './repair-texts.ts';
import { DamagedPack } from './store.ts';

const repair = (before: string): Repair => ({ rule: 'encoding', line: 1, before, after: '后' });

test('repairs come back from more files than are held at a time', () => {
  using folder = new Folder();
  const texts = Array.from({ length: 12 }, (_, number) => {
    const writer = new RepairWriter();
    writer.add('other.md', [repair('别')]);
    const place = writer.add(`${number}.md`, [repair(`前${number}`), repair('再')]);
    const store = folder.at(`${number}.repairs`);
    writer.write(store, 'key');
    return { store, from: place?.[0] ?? 0, to: place?.[1] ?? 0 };
  });
  const reader = new RepairReader('key');
  for (const order of [texts, texts.toReversed(), texts])
    for (const text of order) {
      const number = texts.indexOf(text);
      assert.deepEqual(reader.repairs(text), [repair(`前${number}`), repair('再')]);
      assert.match(reader.line(text).toString(), new RegExp(`^{"file":"${number}.md","repairs":\\[.*\\]}$`));
    }
});

test('a file without repairs takes no line', () => assert.equal(new RepairWriter().add('a.md', []), null));

test('a damaged file of repairs, and one of another key, are not trusted', () => {
  using folder = new Folder();
  const writer = new RepairWriter();
  const [from, to] = writer.add('a.md', [repair('前')]) ?? [0, 0];
  const store = folder.at('a.repairs');
  writer.write(store, 'key');
  assert.throws(() => new RepairReader('other').line({ store, from, to }), DamagedPack);
  writeFileSync(store, readFileSync(store).subarray(0, -1));
  assert.throws(() => new RepairReader('key').line({ store, from, to }), DamagedPack);
});
