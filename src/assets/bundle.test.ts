import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { type AssetManifest, bundleAssets } from './bundle.ts';

/** Most bytes a bundle may take, gzipped: what a reader downloads. */
const BUDGETS: Record<keyof AssetManifest, number> = {
  css: 5 * 1024,
  theme: 400,
  boot: 2.75 * 1024,
  search: 11.15 * 1024,
  gram: 27 * 1024,
  related: 2 * 1024,
  beside: 4.75 * 1024,
  trends: 17.75 * 1024,
  study: 2.25 * 1024,
  matcher: 47 * 1024,
  reading: 3 * 1024,
  tools: 10.25 * 1024,
  toolsCss: 1.25 * 1024,
  hans: 54 * 1024,
  hant: 460 * 1024,
  home: 1.25 * 1024,
  authors: 11.25 * 1024,
  charts: 800,
  replay: 2 * 1024,
  passage: 2 * 1024,
  update: 2 * 1024,
  offline: 8 * 1024,
  offlineCss: 1024,
  pagesCss: 2 * 1024,
  blocksCss: 1024,
  rareCss: 1024,
  searchCss: 1.9 * 1024,
  chartsCss: 1.75 * 1024,
  trendsCss: 1024,
};

test('bundles are named by their content, the same twice, and within their budgets', async () => {
  const bundles = await bundleAssets('zh-Hans');
  assert.deepEqual(await bundleAssets('zh-Hans'), bundles);
  const { manifest, files } = bundles;
  assert.deepEqual([...files.keys()].sort(), Object.values(manifest).sort());
  for (const [name, budget] of Object.entries(BUDGETS) as [keyof AssetManifest, number][]) {
    assert.match(manifest[name], /^[a-z]+-[0-9a-f]{10}\.(css|js)$/);
    const bytes = gzipSync(files.get(manifest[name]) ?? assert.fail(name)).length;
    assert.ok(bytes <= budget, `${manifest[name]}: ${bytes} bytes gzipped, budget ${budget}`);
  }
});

test('a script names the bundles that it loads, so that it changes when one of them does', async () => {
  const { manifest, files } = await bundleAssets('zh-Hans');
  const loads: [bundle: keyof AssetManifest, loaded: (keyof AssetManifest)[]][] = [
    ['boot', ['search', 'searchCss', 'reading', 'tools', 'toolsCss', 'replay', 'passage', 'update']],
    ['search', ['gram', 'related', 'beside', 'study']],
    ['gram', ['matcher']],
    ['tools', ['hans', 'hant']],
  ];
  for (const [bundle, loaded] of loads) {
    const text = Buffer.from(files.get(manifest[bundle]) ?? []).toString();
    const named = [...text.matchAll(/"([a-z]+-[0-9a-f]{10}\.(?:css|js))"/g)].map(([, file]) => file);
    assert.deepEqual(named.sort(), loaded.map((name) => manifest[name]).sort(), bundle);
  }
});

test('no style sheet says more in `text-decoration` than a line: WebKit would show none', async () => {
  for (const [name, bytes] of (await bundleAssets('zh-Hans')).files)
    if (name.endsWith('.css'))
      for (const [whole, value] of Buffer.from(bytes)
        .toString()
        .matchAll(/[{;]text-decoration:([^;}]*)/g))
        assert.match(value ?? '', /^(?:none|underline|line-through)$/, `${name}: ${whole}`);
});

test('no bundle is a module or asks for another host', async () => {
  for (const [name, bytes] of (await bundleAssets('zh-Hans')).files) {
    const text = Buffer.from(bytes).toString();
    assert.doesNotMatch(text, /^(import|export)\b|import\.meta/m, name);
    // A name space, and an address in a message of re2js.
    const bare = text.replace(/http:\/\/www\.w3\.org\/2000\/svg|https:\/\/github\.com\/le0pard\/re2js/g, '');
    assert.doesNotMatch(bare, /https?:\/\//, name);
  }
});
