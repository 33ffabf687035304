import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readSettings, SETTINGS, writeSettings } from './settings.ts';

test('settings come back as they were written, and nothing is written for none', () => {
  const value = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...SETTINGS), value), (settings) => {
      assert.deepEqual(readSettings(writeSettings(settings)), { ...settings });
    }),
  );
  assert.equal(writeSettings({}), null);
});

test('whatever another program left under the name, only known settings with plain words are read', () => {
  assert.deepEqual(readSettings(null), {});
  assert.deepEqual(readSettings('{"size":"l"}'), {});
  assert.deepEqual(readSettings('size=l&js=x&__proto__=y&font=%22%3E&theme='), { size: 'l' });
  fc.assert(fc.property(fc.string(), (kept) => void readSettings(kept)));
});
