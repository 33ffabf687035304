import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { busiestYears } from './busiest.ts';

test('a stretch is the one that holds most, of equal ones the later, and tells what lies outside', () => {
  const years = (...some: [number, number][]) => some.map(([year, count]) => ({ year, count }));
  assert.deepEqual(busiestYears(years([1, 1], [2012, 30], [2020, 40], [9999, 2]), 60), {
    first: 2012,
    last: 2020,
    outside: 3,
  });
  assert.deepEqual(busiestYears(years([2000, 1], [2009, 1], [2019, 1]), 9), {
    first: 2019,
    last: 2019,
    outside: 2,
  });
  assert.deepEqual(busiestYears(years([2000, 1], [2009, 1], [2019, 1]), 11), {
    first: 2009,
    last: 2019,
    outside: 1,
  });
  assert.equal(busiestYears([], 60), null);
});

test('no other stretch of as many years holds more', () => {
  const years = fc
    .uniqueArray(fc.record({ year: fc.integer({ min: 1, max: 300 }), count: fc.nat(9) }), {
      minLength: 1,
      maxLength: 30,
      selector: ({ year }) => year,
    })
    .map((list) => list.sort((a, b) => a.year - b.year));
  fc.assert(
    fc.property(years, fc.integer({ min: 1, max: 80 }), (list, most) => {
      const found = busiestYears(list, most);
      assert.ok(found && found.last - found.first < most);
      const sum = (first: number, last: number): number =>
        list.reduce((all, { year, count }) => (year >= first && year <= last ? all + count : all), 0);
      const best = Math.max(...list.map(({ year }) => sum(year, year + most - 1)));
      assert.equal(sum(found.first, found.last), best);
      assert.equal(found.outside, sum(1, 300) - best);
    }),
  );
});
