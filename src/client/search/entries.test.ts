import assert from 'node:assert/strict';
import test from 'node:test';
import { type Browser, Entries } from './entries.ts';

/** A browser's history in memory, with its way back. */
function browser(search: string) {
  const list = [{ search, state: null as unknown }];
  let at = 0;
  const here = () => list[at] ?? assert.fail('no entry');
  const searchOf = (url: unknown) => (String(url).startsWith('?') ? String(url) : '');
  const stand: Browser & { back(): void; list: typeof list } = {
    list,
    location: {
      pathname: '/search.html',
      get search() {
        return here().search;
      },
    },
    history: {
      get state() {
        return here().state;
      },
      pushState(state, _, url) {
        list.splice(++at, list.length, { search: searchOf(url), state });
      },
      replaceState(state, _, url) {
        list[at] = { search: url === undefined ? here().search : searchOf(url), state };
      },
    },
    back: () => {
      at--;
    },
  };
  return stand;
}

const addresses = ({ list }: ReturnType<typeof browser>) => list.map(({ search }) => search);

test('typing stays in one entry; Enter leaves the one before as it was, with its place', () => {
  const stand = browser('?q=a');
  const entries = new Entries(stand);
  entries.keep({ shown: 20, scroll: 300 });
  entries.draft('?q=b');
  entries.draft('?q=bc');
  assert.deepEqual(addresses(stand), ['?q=bc']);
  entries.mean();
  entries.mean();
  assert.deepEqual(addresses(stand), ['?q=a', '?q=bc']);
  stand.back();
  entries.arrive();
  assert.deepEqual(entries.place, { shown: 20, scroll: 300 });
});

test('a choice is an entry after what was typed', () => {
  const stand = browser('');
  const entries = new Entries(stand);
  entries.draft('?q=a');
  entries.push('?q=a&year=2012');
  assert.deepEqual(addresses(stand), ['?q=a', '?q=a&year=2012']);
  entries.mean();
  assert.equal(stand.list.length, 2);
});

test('more of the same results stays in the entry', () => {
  const stand = browser('?q=a');
  const entries = new Entries(stand);
  entries.goOn('?q=a&page=2');
  entries.mean();
  assert.deepEqual(addresses(stand), ['?q=a&page=2']);
});

test('a state of another script is no place', () => {
  const stand = browser('?q=a');
  for (const state of [null, 7, {}, { shown: '9', scroll: 1 }]) {
    stand.history.replaceState(state, '');
    assert.equal(new Entries(stand).place, null);
  }
});
