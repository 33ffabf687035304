import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { inPage } from '../references/testing.ts';

const folder = new URL('fixtures/', import.meta.url);
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // A `<div role=region>` names no part of a page's outline, as a `<section>` would.
    'prefer-native-element': 'off',
    // `>` in text and white space at a line's end are valid HTML.
    'no-raw-characters': 'off',
    'no-trailing-whitespace': 'off',
    // Depths are those of the article.
    'heading-level': 'off',
  },
});

test('the HTML of every fixture is valid', async () => {
  let seen = 0;
  for (const name of readdirSync(folder)) {
    const file = new URL(`${name}/expected.html`, folder);
    if (!existsSync(file)) continue;
    seen++;
    const page = `<!DOCTYPE html><html lang="zh-Hans"><head><title>t</title></head><body><h1>t</h1>${inPage(readFileSync(file, 'utf8'))}</body></html>`;
    const { results } = await validator.validateString(page);
    assert.deepEqual(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${name} ${ruleId}: ${message}`),
      ),
      [],
    );
  }
  assert.ok(seen > 40);
});
