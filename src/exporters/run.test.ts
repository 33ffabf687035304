import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { chosenExporters, runExporters } from './run.ts';
import { sampleContext } from './testing/sample.ts';

async function run(origin: string | null, isCurrent?: () => boolean): Promise<Map<string, Buffer>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'jiuwen-export-'));
  try {
    await runExporters({
      exporters: chosenExporters(origin).chosen,
      context: sampleContext({ origin }),
      outDir,
      ...(isCurrent && { isCurrent }),
    });
    const names = await readdir(outDir, { recursive: true, withFileTypes: true });
    const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
    return new Map(
      await Promise.all(
        files.map(async (file) => [path.relative(outDir, file), await readFile(file)] as const),
      ),
    );
  } finally {
    await rm(outDir, { recursive: true });
  }
}

test('two runs over the same archive write the same bytes', async () => {
  assert.deepEqual(await run('https://example.org/a/'), await run('https://example.org/a/'));
});

test('without an origin the outputs that need one are left out, and that is known', async () => {
  const files = await run(null);
  assert.equal(files.has('sitemap.xml'), false);
  assert.equal(files.has('opensearch.xml'), false);
  assert.equal(files.has('feed.xml'), true);
  assert.deepEqual(chosenExporters(null).left, ['sitemap', 'opensearch']);
});

test('with an origin nothing is left out', async () => {
  const files = await run('https://example.org/');
  assert.deepEqual([files.has('sitemap.xml'), files.has('opensearch.xml')], [true, true]);
  assert.deepEqual(chosenExporters('https://example.org/').left, []);
});

test('a file that is current is not made again', async () => {
  assert.equal((await run(null, () => true)).size, 0);
});
