import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isIdle, readSearchState, type SearchState, writeSearchState } from './search-state.ts';

const EMPTY: SearchState = { query: '', filters: {}, sort: 'relevance', page: 1 };

test('an empty address is the idle state, written as nothing', () => {
  assert.deepEqual(readSearchState(''), EMPTY);
  assert.equal(writeSearchState(EMPTY), '');
  assert.equal(isIdle(EMPTY), true);
});

test('a filter without a query is something to search for', () => {
  assert.equal(isIdle(readSearchState('?author=LCTT')), false);
});

const cases: [name: string, search: string, expected: Partial<SearchState>][] = [
  ['a query is trimmed', '?q=%20%E7%94%B5%E5%95%86+', { query: '电商' }],
  [
    'year, month, author and topic are filters',
    '?year=2013&month=2013-08&author=a%26b&topic=%E7%94%B5%E5%95%86',
    { filters: { year: '2013', month: '2013-08', author: 'a&b', topic: '电商' } },
  ],
  ['a year that is none is left out', '?year=13', {}],
  ['a month that is none is left out', '?month=2013-13', {}],
  ['an unknown order is relevance', '?sort=best', {}],
  ['a page that is no number is the first', '?page=x', {}],
  ['a page below one is the first', '?page=-3', {}],
  ['a page beyond reason is the last one', '?page=1e9', { page: 50 }],
];
for (const [name, search, expected] of cases)
  test(`${name}: ${search}`, () => assert.deepEqual(readSearchState(search), { ...EMPTY, ...expected }));

test('every state survives the way through the address', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const states = fc.record(
    {
      query: fc.option(text, { nil: '' }),
      filters: fc.record(
        {
          year: fc.constantFrom('1999', '2013'),
          month: fc.constantFrom('2013-01', '2013-12'),
          author: text,
          topic: text,
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      sort: fc.constantFrom('relevance', 'newest', 'oldest'),
      page: fc.integer({ min: 1, max: 50 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(states, (state) => assert.deepEqual(readSearchState(writeSearchState(state)), state)),
  );
});
