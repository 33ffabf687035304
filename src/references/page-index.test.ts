import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archiveOf, readingOf } from '../archive/testing.ts';
import { PageIndex, placesOf } from './page-index.ts';

const indexOf = (...files: string[]): PageIndex =>
  new PageIndex(archiveOf(files.map((file) => readingOf(file))).entries, new Map());

const part = fc.constantFrom('a', 'B', '图', 'index', 'readme', 'x.y', '.', '..', '', 'ΑΣ', 'e\u0301');
const path = fc
  .tuple(
    fc.constantFrom('', '/', './', '../'),
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '/', '.md', '.html', '.HTML/', '/index.html', '/.'),
  )
  .map(([start, parts, end]) => start + parts.join('/') + end);

test('an article at any place that an address may stand for is found', () => {
  fc.assert(
    fc.property(path, fc.constantFrom('n.md', 'a/n.md', '图/a/n.md'), fc.nat(), (address, from, pick) => {
      const places = placesOf(address, from).filter((place) => place !== null && place !== '');
      const place = places[pick % Math.max(1, places.length)];
      if (!place || address === '') return;
      const file = `${place.replace(/\.(?:md|html)$/i, '')}.md`;
      const found = indexOf(from, file).find(address, from);
      assert.ok(found, `${address} in ${from}, at ${place}`);
    }),
    { numRuns: 2000 },
  );
});

test('an address that names nothing here leads nowhere', () => {
  const index = indexOf('posts/a.md', 'posts/b.md');
  assert.equal(index.find('/c/d', 'posts/a.md'), null);
  assert.equal(index.find('https.html', 'posts/a.md'), null);
  assert.equal(index.find('b.html?from=a', 'posts/a.md')?.entry.file, 'posts/b.md');
});
