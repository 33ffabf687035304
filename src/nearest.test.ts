import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './nearest.ts';

const NAMES = ['title', 'timeZone', 'repeated-title', 'repeated-paragraph'];

test('the name that needs the fewest changes is meant, whatever its case', () => {
  assert.equal(nearest('titel', NAMES), 'title');
  assert.equal(nearest('repeated-paragraphs', NAMES), 'repeated-paragraph');
  assert.equal(nearest('repeated-tilte', NAMES), 'repeated-title');
  assert.equal(nearest('TIMEZONE', NAMES), 'timeZone');
});

test('a name that is like none is not taken for one', () => {
  assert.equal(nearest('engine', NAMES), null);
  assert.equal(nearest('', NAMES), null);
  assert.equal(nearest('title', []), null);
});
