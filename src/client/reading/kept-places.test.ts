import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addPlace, type Place, readPlaces } from './kept-places.ts';

const place = (number: number): Place => ({
  path: `/2013/08/${number}.html`,
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
  assert.deepEqual(readPlaces(JSON.stringify(places)), places);
});

test('an article that was read to its end is forgotten', () =>
  assert.deepEqual(addPlace([place(1), place(2)], place(1), false), [place(2)]));

test('whatever another program left is passed over, and so is a path that leads to another host', () => {
  for (const kept of [null, '', '{', '{}', '[1,null,"a"]', '[{"path":1}]'])
    assert.deepEqual(readPlaces(kept), []);
  for (const path of ['//evil.example/', '/\\evil.example/', 'javascript:alert(1)', 'https://evil.example/'])
    assert.deepEqual(readPlaces(JSON.stringify([{ ...place(1), path }])), []);
  fc.assert(fc.property(fc.json(), (kept) => void readPlaces(kept)));
});
