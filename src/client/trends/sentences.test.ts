import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRemarks } from './sentences.ts';
import { trendOf } from './trend.ts';
import { readTrendState } from './trend-state.ts';

test('what is said of a trend on paper and in a saved picture asks a reader to do nothing', () => {
  const state = readTrendState('?q=Linux&smooth=3');
  const months = ['0001-01', '2012-03', '2013-01', '2024-01'].map((month) => ({ month, count: 1, of: 4 }));
  const found = {
    months: [...months, { month: '', count: 1, of: 1 }],
    total: 5,
    exact: false,
    searchable: true,
  };
  const said = sayRemarks(trendOf(found.months, [found], state), [{ ...found, word: 'Linux' }], state).join(
    '',
  );
  for (const told of ['约数', '不是整年', '平均', '日期不详', '离得太远', '轴下标灰条'])
    assert.ok(said.includes(told), told);
  assert.doesNotMatch(said, /点开|写上|按「|回车/);
});
