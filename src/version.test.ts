import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { browserKey, layoutKeys, programKey } from './version.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

test('nothing that a build runs is left out of the key of the program', async () => {
  const workers = readdirSync(path.join(PROJECT, 'src/workers')).filter((file) =>
    file.endsWith('-worker.ts'),
  );
  assert.ok(workers.length > 0);
  const { metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: ['src/pipeline/build.ts', ...workers.map((file) => `src/workers/${file}`)],
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const run = Object.keys(metafile.inputs);
  assert.ok(run.includes('src/clean/index.ts') && run.includes('src/locales/zh-Hans.ts'));
  assert.deepEqual(
    run.filter(
      (file) => !file.startsWith('src/') || /\/(?:client|styles|bench|e2e|fixtures)\/|testing/.test(file),
    ),
    [],
  );
});

test('keys stay the same while nothing changes, and the browser’s is not the program’s', () => {
  assert.equal(programKey(), programKey());
  assert.equal(browserKey(), browserKey());
  assert.notEqual(browserKey(), programKey());
  assert.deepEqual(layoutKeys(), layoutKeys());
});

test('every layout has a key of its own, and takes others in by names that are read', () => {
  const keys = layoutKeys();
  assert.equal(new Set(keys.values()).size, keys.size);
  for (const name of keys.keys()) {
    const text = readFileSync(path.join(PROJECT, 'layouts', name), 'utf8');
    for (const [tag, other = ''] of text.matchAll(
      /\{%-?\s*(?:extends|include|from|import)\b\s*(.*?)\s*-?%\}/g,
    )) {
      const [, named = ''] = /^["']([^"']+)["']/.exec(other) ?? [];
      assert.ok(keys.has(named), `${name}: ${tag} takes in what no key covers`);
    }
  }
});
