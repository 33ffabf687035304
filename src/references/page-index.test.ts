import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archiveOf, readingOf } from '../archive/testing.ts';
import { folderOf, join } from '../media/places.ts';
import { PageIndex } from './page-index.ts';

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

/** The places that the index looks at, walked one by one. */
function placesOf(address: string, from: string): string[] {
  const folder = folderOf(from);
  const bare = address.replace(/^\/+/, '').replace(/^(?:\.{1,2}\/)+/, '');
  const parts = folder === '' ? [] : folder.split('/');
  const own = address.startsWith('/')
    ? parts.map((_, at) => join(parts.slice(0, parts.length - at).join('/'), bare))
    : [folder, from.replace(/\.md$/, '')].map((place) => join(place, address));
  const roots = ['', 'source/_posts', 'content/posts', 'docs', 'blog'].map((root) => join(root, bare));
  return [...own, ...roots].filter((place): place is string => place !== null && place !== '');
}

test('an article at any place that an address may stand for is found', () => {
  fc.assert(
    fc.property(path, fc.constantFrom('n.md', 'A/n.md', '图/ΑΣ/n.md'), fc.nat(), (address, from, pick) => {
      const places = placesOf(address, from);
      const place = places[pick % Math.max(1, places.length)];
      if (!place || address === '') return;
      const file = `${place.replace(/\.(?:md|html)$/i, '')}.md`;
      const found = indexOf(from, file).find(address, from);
      assert.ok(found, `${address} in ${from}, at ${place}`);
    }),
    { numRuns: 4000 },
  );
});

test('an address that names nothing here leads nowhere', () => {
  const index = indexOf('posts/a.md', 'posts/b.md');
  assert.equal(index.find('/c/d', 'posts/a.md'), null);
  assert.equal(index.find('https.html', 'posts/a.md'), null);
  assert.equal(index.find('b.html?from=a', 'posts/a.md')?.entry.file, 'posts/b.md');
});
