import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisName, FEW, partsOfYears, saysLittle } from './periods.ts';

test('a first or last year that is not there whole is part of a year', () => {
  assert.deepEqual(partsOfYears('2013-01', '2024-01'), [{ year: '2024', from: '01', to: '01' }]);
  assert.deepEqual(partsOfYears('2013-09', '2024-12'), [{ year: '2013', from: '09', to: '12' }]);
  assert.deepEqual(partsOfYears('2013-03', '2013-05'), [{ year: '2013', from: '03', to: '05' }]);
  assert.deepEqual(partsOfYears('2013-01', '2014-12'), []);
});

test('a period says little where it has few articles or is part of a year; a month never is', () => {
  const parts = partsOfYears('2013-01', '2024-01');
  assert.equal(saysLittle('2023', FEW, parts), false);
  assert.equal(saysLittle('2023', FEW - 1, parts), true);
  assert.equal(saysLittle('2024', 1000, parts), true);
  assert.equal(saysLittle('2024-01', 1000, parts), false);
});

test('below a chart stand years, months where they are few, and else the first month of a year as its year', () => {
  const months = (years: number) =>
    Array.from(
      { length: years * 12 },
      (_, at) => `${2013 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
  assert.equal(axisName('2013', ['2013']), '2013');
  assert.equal(axisName('2013-02', months(2)), '2013-02');
  assert.deepEqual([axisName('2013-02', months(3)), axisName('2014-01', months(3))], ['', '2014']);
});
