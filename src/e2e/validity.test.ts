import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { BrowserContextOptions } from 'playwright-core';
import { href } from '../archive/paths.ts';
import { ALL_PAGES, BASE, sampleContent } from './sample-site.ts';
import { servedSite } from './served-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const served = servedSite(sampleContent(), { base: BASE });

test('every page kind is valid HTML', async () => {
  // Off in the configuration: the length of a title is its author's, and a region that scrolls need not be a section.
  const config = JSON.parse(readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'));
  const validator = new HtmlValidate(config);
  const mistakes: string[] = [];
  for (const page of ALL_PAGES) {
    const { results } = await validator.validateString(
      readFileSync(path.join(served.site.dir, page), 'utf8'),
      page,
    );
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages)
        mistakes.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
  }
  assert.deepEqual(mistakes, []);
});

/** What axe finds on all pages, a line each: page, rule, element. */
async function axe(options: BrowserContextOptions): Promise<string[]> {
  const context = await served.browser.newContext({ ...options, bypassCSP: true, reducedMotion: 'reduce' });
  const found: string[] = [];
  try {
    const page = await context.newPage();
    for (const address of ALL_PAGES) {
      await page.goto(served.server.url + href(address));
      // What is folded away is to be read too.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.addScriptTag({ path: AXE });
      const results = (await page.evaluate(
        `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } })`,
      )) as AxeResults;
      for (const { id, nodes } of results.violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${address} ${id} ${target.join(' ')}: ${failureSummary?.split('\n').at(-1)?.trim()}`);
    }
  } finally {
    await context.close();
  }
  return found;
}

const WAYS: [name: string, options: BrowserContextOptions][] = [
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['on a phone 320 pixels wide', { viewport: { width: 320, height: 640 } }],
];

for (const [name, options] of WAYS)
  test(`axe finds nothing on any page kind ${name}`, async () => {
    assert.deepEqual(await axe(options), []);
  });
