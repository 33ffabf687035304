import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED_KINDS, tellsOfMatter } from './kinds.ts';

test('companies, organisations, people and systems tell of no one matter, all other shipped kinds do, and so do topics without one', () => {
  const broad = SHIPPED_KINDS.filter(([, kind]) => !tellsOfMatter(kind)).map(([file]) => file);
  assert.deepEqual(broad, ['companies', 'systems', 'organisations', 'people']);
  assert.ok(tellsOfMatter(''));
});
