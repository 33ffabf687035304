import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, defaults } from '../archive/testing.ts';
import { PackReader, PackWriter } from '../cache/article-pack.ts';
import { noFidelity } from '../fidelity.ts';
import { Folder } from '../files/testing.ts';
import { Relating } from '../related/relate.ts';
import type { Repair } from '../types.ts';
import { factsOf } from './facts.ts';

const repair = (rule: Repair['rule'], line = 1): Repair => ({ rule, line, before: '前', after: '后' });

test('repairs are counted by rule, most frequent first, with one example a file and twelve at most', () => {
  using folder = new Folder();
  const pack = folder.at('a.pack');
  const writer = new PackWriter(pack);
  const mended = (file: string, repairs: Repair[], counts: Record<string, number>) => {
    return { file, counts, pack, line: writer.add(JSON.stringify({ file, repairs })) };
  };
  const repairs = [
    mended('a.md', [repair('encoding'), repair('front-matter'), repair('encoding', 2)], {
      encoding: 2,
      'front-matter': 1,
    }),
    ...Array.from({ length: 20 }, (_, at) =>
      mended(`b${at}.md`, [repair('front-matter')], { 'front-matter': 1 }),
    ),
  ];
  writer.write();
  using articles = new PackReader();
  const { facts } = factsOf(
    {
      media: [],
      relating: new Relating([]),
      fidelity: noFidelity(),
      archive: archiveOf([]),
      problems: [],
      repairs,
    },
    defaults,
    articles,
  );
  const [first, second] = facts.repairs;
  assert.deepEqual([first?.rule, first?.count, first?.examples.length], ['front-matter', 21, 12]);
  assert.deepEqual(second, {
    rule: 'encoding',
    count: 2,
    examples: [{ file: 'a.md', repair: repair('encoding') }],
  });
});
