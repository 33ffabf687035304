import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftOutBy } from './ignore.ts';

const part = fc.constantFrom(
  'LICENSE.md',
  'license.MD',
  'xLICENSE.md',
  'LICENSExmd',
  'node_modules',
  'Themes',
  'themes.md',
  'a',
  '图.md',
  '_sidebar.md',
);

test('what is left out without patterns is left out with others, and nothing else is', () => {
  const [alone, besideOthers] = [leftOutBy([]), leftOutBy(['no file has this name'])];
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'), (parts, end) => {
      const path = parts.join('/') + end;
      assert.equal(alone(path), besideOthers(path), path);
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual(
    ['LICENSE.md', 'a/license.MD', 'node_modules/', 'themes/', 'a/themes/', 'a.md'].map(alone),
    [true, true, true, true, false, false],
  );
});
