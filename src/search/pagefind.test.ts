import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { UserError } from '../errors.ts';
import { buildPagefind, PAGEFIND_LIMIT, pagefindPlan, type SearchPage } from './pagefind.ts';

const settings = (pagefind: 'auto' | 'on' | 'off') => ({ search: { pagefind } });

test('auto builds up to the limit and says why it does not beyond', () => {
  assert.equal(pagefindPlan(settings('auto'), PAGEFIND_LIMIT).build, true);
  const { build, reason } = pagefindPlan(settings('auto'), PAGEFIND_LIMIT + 1);
  assert.equal(build, false);
  assert.equal(
    reason,
    '20,000,001 characters of text, over the limit of 20,000,000: word search would take about 8 GB of memory; search.pagefind: on in archive.yml builds it all the same',
  );
});

test('on and off decide by themselves', () => {
  assert.equal(pagefindPlan(settings('on'), 1e9).build, true);
  assert.deepEqual(pagefindPlan(settings('off'), 1), { build: false, reason: 'search.pagefind is off' });
});

/** A page as the layouts make it. */
function page(number: number): SearchPage {
  return {
    url: `2013/08/第 ${number} 篇.html`,
    html: `<html lang="zh-Hans"><body><main data-pagefind-body><h1 data-pagefind-meta="title">第${number}篇</h1><p>社交化电商，第${number}次。</p></main></body></html>`,
  };
}

async function* pagesOf(count: number, then: () => void = () => undefined): AsyncGenerator<SearchPage> {
  for (let number = 0; number < count; number++) {
    yield page(number);
    then();
  }
}

/** Runs a test with a directory of its own. */
async function withDir(body: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'pagefind-'));
  try {
    await body(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function contentOf(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = files
    .sort()
    .map(async (file) => [path.relative(dir, file), await readFile(file, 'base64')] as const);
  return new Map(await Promise.all(read));
}

test('an index holds every page in one Chinese index and no interface of its own', () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'pagefind');
    const progress: number[] = [];
    const report = await buildPagefind({
      pages: pagesOf(3),
      outDir,
      onProgress: (done) => progress.push(done),
    });
    assert.deepEqual(report, { pages: 3 });
    assert.deepEqual(progress, [1, 2, 3]);
    const entry = JSON.parse(await readFile(path.join(outDir, 'pagefind-entry.json'), 'utf8'));
    assert.deepEqual(Object.keys(entry.languages), ['zh-hans']);
    assert.equal(entry.languages['zh-hans'].page_count, 3);
    const names = (await readdir(outDir)).map((name) => name.replace(/_[0-9a-f]+/, ''));
    assert.deepEqual(names.sort(), [
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind-worker.js',
      'pagefind.js',
      'pagefind.zh-hans.pf_meta',
      'wasm.unknown.pagefind',
    ]);
  }));

test('the same pages give the same bytes, and nothing of an older index stays', () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'pagefind');
    await buildPagefind({ pages: pagesOf(4), outDir });
    await buildPagefind({ pages: pagesOf(3), outDir });
    const again = path.join(dir, 'again');
    await buildPagefind({ pages: pagesOf(3), outDir: again });
    assert.deepEqual(await contentOf(outDir), await contentOf(again));
    assert.deepEqual((await readdir(dir)).sort(), ['again', 'pagefind']);
  }));

test('an index without count of progress counts its pages too', () =>
  withDir(async (dir) => {
    assert.deepEqual(await buildPagefind({ pages: pagesOf(2), outDir: path.join(dir, 'pagefind') }), {
      pages: 2,
    });
  }));

test('a backend that dies is a sentence with a remedy, and the old index stays', { timeout: 30_000 }, () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'pagefind');
    await buildPagefind({ pages: pagesOf(1), outDir });
    const before = await contentOf(outDir);

    const started: ChildProcess[] = [];
    const note = (message: unknown) => {
      started.push((message as { process: ChildProcess }).process);
    };
    diagnostics.subscribe('child_process', note);
    try {
      const kill = () => started[0]?.kill('SIGKILL');
      await assert.rejects(buildPagefind({ pages: pagesOf(500, kill), outDir }), (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, /stopped before it was done \(SIGKILL\).*memory.*pagefind: off/);
        return true;
      });
    } finally {
      diagnostics.unsubscribe('child_process', note);
    }
    assert.deepEqual(await contentOf(outDir), before);
    assert.deepEqual(await readdir(dir), ['pagefind']);
  }),
);

test('pages that fail on their way stop the index with their own error', () =>
  withDir(async (dir) => {
    const broken = async function* () {
      yield page(1);
      throw new UserError('page gone');
    };
    await assert.rejects(buildPagefind({ pages: broken(), outDir: path.join(dir, 'pagefind') }), /page gone/);
    assert.deepEqual(await readdir(dir), []);
  }));
