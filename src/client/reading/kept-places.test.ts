import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addPlace, type Place, readPlaces } from './kept-places.ts';

const ROOT = 'https://example.org/archive/';

const place = (number: number): Place => ({
  path: `/archive/2013/08/${number}.html`,
  block: number,
  share: 40,
  title: `第 ${number} 篇`,
});

test('the latest thirty places are kept, each article once', () => {
  let places: Place[] = [];
  for (let number = 0; number < 50; number++) places = addPlace(places, place(number), true);
  places = addPlace(places, { ...place(45), share: 60 }, true);
  assert.equal(places.length, 30);
  assert.deepEqual(
    places.slice(0, 3).map(({ block, share }) => [block, share]),
    [
      [45, 60],
      [49, 40],
      [48, 40],
    ],
  );
  assert.deepEqual(readPlaces(JSON.stringify(places), ROOT), places);
});

test('an article that was read to its end is forgotten', () =>
  assert.deepEqual(addPlace([place(1), place(2)], place(1), false), [place(2)]));

test('whatever another program left is passed over, and so is a path that leads out of the archive', () => {
  for (const kept of [null, '', '{', '{}', '[1,null,"a"]', '[{"path":1}]'])
    assert.deepEqual(readPlaces(kept, ROOT), []);
  for (const path of [
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example',
    '//evil.example/archive/1.html',
    'javascript:alert(1)',
    'https://evil.example/',
    'https://[/',
    '/other/1.html',
    '/archive/../other/1.html',
  ])
    assert.deepEqual(readPlaces(JSON.stringify([{ ...place(1), path }, place(2)]), ROOT), [place(2)], path);
  const disk = 'file:///home/lin/archive/';
  assert.deepEqual(readPlaces(JSON.stringify([{ ...place(1), path: 'javascript:alert(1)' }]), disk), []);
  fc.assert(fc.property(fc.json(), (kept) => void readPlaces(kept, ROOT)));
});

test('a place before the first block, or with more or less than all or nothing read, is passed over', () => {
  for (const change of [{ block: -1 }, { block: 1.5 }, { share: -1 }, { share: 101 }])
    assert.deepEqual(readPlaces(JSON.stringify([{ ...place(1), ...change }]), ROOT), []);
});
