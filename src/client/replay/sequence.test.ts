import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, placeIn, type Sequence, sequenceOf, withMore } from './sequence.ts';

const items = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    href: `https://example.org/${from + at}.html`,
    title: `第 ${from + at} 篇`,
  }));
const sequence: Sequence = {
  name: '林一',
  list: 'https://example.org/authors/a.html',
  folder: 'https://example.org/authors/a/',
  total: 250,
  offset: 0,
  items: items(1, 100),
  next: 'https://example.org/authors/a/2.html',
};

test('an article is found by its address, whatever its fragment, and its number counts what came before', () => {
  assert.equal(placeIn(sequence, 'https://example.org/3.html#replay=3'), 2);
  assert.equal(placeIn(sequence, 'https://example.org/101.html'), -1);
  assert.equal(addressIn({ ...sequence, offset: 100 }, 2), 'https://example.org/3.html#replay=103');
  assert.equal(addressIn(sequence, 100), '');
});

test('what follows is put to it, and what was read long ago goes: numbers stay', () => {
  const second = withMore(sequence, items(101, 100), 'https://example.org/authors/a/3.html');
  const third = withMore(second, items(201, 50), '');
  assert.deepEqual(
    [second.items.length, second.offset, third.items.length, third.offset, third.next],
    [200, 0, 200, 50, ''],
  );
  const at = placeIn(third, 'https://example.org/250.html');
  assert.equal(addressIn(third, at), 'https://example.org/250.html#replay=250');
});

test('what another version or another program kept is no sequence', () => {
  assert.deepEqual(sequenceOf(JSON.parse(JSON.stringify(sequence))), sequence);
  const { folder: _, ...older } = sequence;
  for (const kept of [
    null,
    3,
    [],
    {},
    older,
    { ...sequence, total: '3' },
    { ...sequence, items: [{ href: 3 }] },
    { ...sequence, items: [null] },
  ])
    assert.equal(sequenceOf(kept), null, JSON.stringify(kept));
});
