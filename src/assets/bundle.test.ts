import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { type AssetManifest, buildAssets } from './bundle.ts';

/** Most bytes a bundle may take, gzipped: what a reader downloads. */
const BUDGETS: Record<keyof AssetManifest, number> = {
  css: 5.5 * 1024,
  theme: 300,
  boot: 2.75 * 1024,
  search: 6 * 1024,
  gram: 27 * 1024,
  related: 2 * 1024,
  passage: 1.75 * 1024,
  update: 2 * 1024,
  offline: 8 * 1024,
  offlineCss: 1024,
};

test('bundles are named by their content, the same twice, and within their budgets', async () => {
  const outDir = await mkdtemp(path.join(tmpdir(), 'assets-'));
  try {
    const manifest = await buildAssets({ outDir });
    assert.deepEqual(await buildAssets({ outDir }), manifest);
    assert.deepEqual((await readdir(path.join(outDir, 'assets'))).sort(), Object.values(manifest).sort());
    for (const name of Object.keys(BUDGETS) as (keyof AssetManifest)[]) {
      assert.match(manifest[name], /^[a-z]+-[0-9a-f]{10}\.(css|js)$/);
      const bytes = gzipSync(await readFile(path.join(outDir, 'assets', manifest[name]))).length;
      assert.ok(bytes <= BUDGETS[name], `${manifest[name]}: ${bytes} bytes gzipped, budget ${BUDGETS[name]}`);
    }
  } finally {
    await rm(outDir, { recursive: true });
  }
});

test('no bundle is a module or asks for another host', async () => {
  const outDir = await mkdtemp(path.join(tmpdir(), 'assets-'));
  try {
    const manifest = await buildAssets({ outDir });
    for (const name of Object.values(manifest)) {
      const text = await readFile(path.join(outDir, 'assets', name), 'utf8');
      assert.doesNotMatch(text, /^(import|export)\b|import\.meta/m, name);
      assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\//, name);
    }
  } finally {
    await rm(outDir, { recursive: true });
  }
});
