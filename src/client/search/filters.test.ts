import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchUi } from '../../locales/zh-Hans.ts';
import {
  DATED,
  FILTERS,
  type FilterName,
  type Filters,
  POSTED,
  questionKey,
  SORTS,
} from '../../search/gram/filters.ts';
import { Inverter } from '../../search/gram/invert.ts';
import { memorySource, PartReader } from '../../search/gram/part.ts';
import { article } from '../../search/gram/testing.ts';
import type { IndexDocument } from '../../search/gram/types.ts';
import {
  isIdle,
  readSearchState,
  type SearchState,
  setFilters,
  without,
  writeSearchState,
} from './search-state.ts';

/** A value of each filter: a row without one does not compile. */
const VALUES: Record<FilterName, string> = {
  year: '2013',
  month: '2013-08',
  from: '2012',
  to: '2014-02',
  author: 'a&b',
  topic: '电商',
  boilerplate: 'no',
};
const ALL: Filters = VALUES;
const state = (filters: Filters): SearchState => ({ query: '', filters, sort: 'relevance', page: 1 });

for (const { name, pattern, ofMonth, admits, valuesOf, ofText } of FILTERS) {
  const only: Filters = { [name]: VALUES[name] };

  test(`${name}: the address keeps it`, () => {
    assert.match(writeSearchState(state(only)), new RegExp(`^\\?${name}=`));
    assert.deepEqual(readSearchState(writeSearchState(state(only))), state(only));
    assert.ok(!pattern.test(''));
  });

  test(`${name}: no result is taken for that of another question`, () => {
    const keys = [{}, only, without(ALL, name), ALL].map((filters) => questionKey('q', filters, 'newest'));
    assert.equal(new Set(keys).size, 4);
    assert.equal(questionKey('q', { [name]: '' }, 'newest'), questionKey('q', {}, 'newest'));
  });

  test(`${name}: it can be taken back by itself and with the others`, () => {
    assert.deepEqual(setFilters(only), [[name, VALUES[name]]]);
    assert.ok(isIdle(state(without(only, name))));
    assert.equal(without(ALL, name)[name], undefined);
    assert.equal(setFilters(without(ALL, name)).length, FILTERS.length - 1);
  });

  test(`${name}: it matches by date, by postings or by the text, and has its words`, () => {
    assert.equal([ofMonth, admits, valuesOf, ofText].filter(Boolean).length, 1);
    assert.notEqual(searchUi.filters[name].heading, '');
  });
}

test('without its filters a state has nothing left to search for', () => {
  assert.ok(!isIdle(state(ALL)));
  assert.ok(isIdle(state(without(ALL, ...FILTERS.map(({ name }) => name)))));
});

test('every order is a question of its own', () =>
  assert.equal(new Set(SORTS.map((sort) => questionKey('q', ALL, sort))).size, SORTS.length));

test('keys of different filters never meet', () => {
  assert.equal(new Set(POSTED.map(({ letter }) => letter)).size, POSTED.length);
  assert.equal(new Set(FILTERS.map(({ name }) => name)).size, FILTERS.length);
  assert.equal(
    FILTERS.filter(({ admits, ofText }) => !admits && !ofText).length,
    DATED.length + POSTED.length,
  );
});

test('filters by date go from coarse to fine', () => {
  const counts = DATED.map(
    ({ ofMonth }) => new Set(['2012-01', '2012-02', '2013-01'].map((month) => ofMonth(month))).size,
  );
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  );
});

/** Another value of each field of a document: a field without one does not compile. */
const CHANGED: Required<IndexDocument> = {
  path: 'b.html',
  title: '乙',
  author: '乙',
  date: '2020-01-02',
  tags: ['乙'],
  passages: ['乙'],
};
const hashOf = (document: IndexDocument): string => {
  const inverter = new Inverter();
  inverter.add(document);
  return new PartReader(memorySource(inverter.part())).documents[0]?.digest ?? '';
};
for (const [field, value] of Object.entries(CHANGED))
  test(`a document with another ${field} is another document to the index`, () =>
    assert.notEqual(hashOf({ ...article('a.html'), [field]: value }), hashOf(article('a.html'))));
