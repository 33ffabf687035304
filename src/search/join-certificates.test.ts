import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinCertificates } from './join-certificates.ts';

test('the certificate of an index is the sum of those of its segments', () => {
  const result = { strings: 10, expected: 30, recall: 1, precision: 1, candidatePrecision: 0.5 };
  const part = (documents: number, strings: number, candidatePrecision: number, recall = 1) => ({
    documents,
    checked: 5,
    strings,
    kinds: { 'any 3': { ...result, strings, candidatePrecision, recall } },
    recall,
    precision: 1,
    failures: recall < 1 ? ['芯片'] : [],
  });
  const joined = joinCertificates([part(90, 30, 0.5), part(10, 10, 0.9, 0.75)]);
  assert.deepEqual([joined.documents, joined.checked, joined.strings], [100, 10, 40]);
  assert.deepEqual([joined.recall, joined.precision, joined.failures], [0.75, 1, ['芯片']]);
  assert.deepEqual(joined.kinds, {
    'any 3': { strings: 40, expected: 60, recall: 0.75, precision: 1, candidatePrecision: 0.6 },
  });
  assert.equal(joinCertificates([]).recall, 1);
});
