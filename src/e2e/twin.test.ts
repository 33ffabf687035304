import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { absent } from '../exporters/testing/tools.ts';
import { hashOf } from '../hash.ts';
import { launchBrowser } from './browser.ts';
import { launchFirefox } from './firefox.ts';
import { buildFixtureSite, type FixtureSite } from './fixture-site.ts';
import { listen, stop } from './serve.ts';

/** Says that a script has run, whatever becomes of the page. */
const RAN = "new Image().src='/ran'";
const BEGINNINGS = {
  html: `<html><script>${RAN}</script>`,
  blanks: `\n\n \t<script>${RAN}</script>`,
  feed: `\f<body onload="${RAN}">`,
  doctype: `<!DOCTYPE html><title>x</title><script>${RAN}</script>`,
  comment: `<!-- --><script>${RAN}</script>`,
  xml: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${RAN}</script></html>`,
  frame: `<iframe srcdoc="<script>top.${RAN.slice(4)}</script>"></iframe><script>${RAN}</script>`,
  table: `<table><script>${RAN}</script>`,
};
const twins: [name: string, file: string][] = [];
let site: FixtureSite;
let browser: Browser;

before(async () => {
  const articles = Object.entries(BEGINNINGS).map(([name, text]) => [
    `${name}.md`,
    `${text}\n\n灯一直亮着。\n`,
  ]);
  site = await buildFixtureSite({
    'archive.yml': 'search: {pagefind: off}\noffline: false\n',
    ...Object.fromEntries(articles),
  });
  for (const name of Object.keys(BEGINNINGS)) twins.push([name, `undated/${name}.md`]);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

/** Sends bytes under `/twin` and tells whether a script of theirs ran when a browser went there. */
async function runs(
  bytes: Buffer,
  type: string | null,
  go: (url: string) => Promise<void>,
): Promise<boolean> {
  let ran = false;
  const server = createServer(({ url }, response) => {
    ran ||= url === '/ran';
    if (type) response.setHeader('Content-Type', type);
    response.end(url?.startsWith('/twin') ? bytes : '');
  });
  const port = await listen(server);
  try {
    await go(`http://127.0.0.1:${port}/twin.md`);
    return ran;
  } finally {
    await stop(server);
  }
}

const TYPES = [null, 'application/octet-stream', 'unknown/unknown', 'text/plain'];

/** No twin runs in a browser, whatever type a host sends; without the mark some would. */
async function noneRuns(go: (url: string) => Promise<void>): Promise<void> {
  let unmarked = 0;
  for (const [name, file] of twins) {
    const bytes = readFileSync(path.join(site.dir, file));
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], name);
    for (const type of TYPES) assert.equal(await runs(bytes, type, go), false, `${name} as ${type}`);
    if (await runs(bytes.subarray(3), null, go)) unmarked++;
  }
  assert.ok(unmarked >= 4, `only ${unmarked} would run without the mark`);
}

test('in Chromium no twin runs on the site’s origin, whatever type a host sends', async () => {
  const context = await browser.newContext({ acceptDownloads: false });
  const page = await context.newPage();
  await noneRuns(async (url) => {
    // A download is no page. A page has loaded when the pictures have that its scripts asked for.
    await page.goto(url, { waitUntil: 'load' }).catch(() => null);
  });
  await context.close();
});

const FIREFOX = ['firefox', 'firefox-esr'].find((program) => !absent(program));
test('in Firefox no twin runs on the site’s origin, whatever type a host sends', {
  skip: FIREFOX ? false : 'Firefox is not installed',
}, async () => {
  const firefox = await launchFirefox(FIREFOX ?? '');
  try {
    await noneRuns((url) => firefox.open(url).catch(() => undefined));
  } finally {
    await firefox.close();
  }
});

test('the manifest knows the twins as they are, and the articles are those of their sources', () => {
  const { articles } = JSON.parse(readFileSync(path.join(site.dir, 'manifest.json'), 'utf8')) as {
    articles: { path: string; source: string }[];
  };
  for (const { path: page, source } of articles) {
    const twin = readFileSync(path.join(site.dir, page.replace(/html$/, 'md')));
    assert.equal(hashOf(twin), source, page);
  }
  assert.equal(articles.length, twins.length);
});
