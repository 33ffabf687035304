import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { silent } from '../build/progress.ts';
import { runExporters } from './run.ts';
import { sampleContext } from './testing/sample.ts';

async function run(
  origin: string | null,
  said: string[] = [],
  isCurrent?: () => boolean,
): Promise<Map<string, Buffer>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'jiuwen-export-'));
  try {
    const progress = { ...silent, say: (line: string) => said.push(line) };
    await runExporters({
      context: sampleContext({ origin }),
      outDir,
      progress,
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

test('without an origin the outputs that need one are left out, and that is said once', async () => {
  const said: string[] = [];
  const files = await run(null, said);
  assert.equal(files.has('sitemap.xml'), false);
  assert.equal(files.has('opensearch.xml'), false);
  assert.equal(files.has('feed.xml'), true);
  assert.deepEqual(said, [
    'sitemap, opensearch: left out, because they need absolute addresses; set origin in archive.yml',
  ]);
});

test('with an origin nothing is left out and nothing is said', async () => {
  const said: string[] = [];
  const files = await run('https://example.org/', said);
  assert.deepEqual([files.has('sitemap.xml'), files.has('opensearch.xml'), said], [true, true, []]);
});

test('a file that is current is not made again', async () => {
  assert.equal((await run(null, [], () => true)).size, 0);
});
