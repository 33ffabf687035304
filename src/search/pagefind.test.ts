import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { UserError } from '../errors.ts';
import { buildPagefind } from './pagefind.ts';
import { pagefindDocument, type SearchDocument } from './pagefind-document.ts';

/** A document of an article. */
const document = (number: number): SearchDocument =>
  pagefindDocument(
    { path: `2013/08/第 ${number} 篇.html`, title: `第${number}篇`, authors: ['小王'], time: null },
    { passages: [`社交化电商，第${number}次。`], headings: [] },
    1_000,
  );

function* documents(count: number, then: () => void = () => undefined): Generator<SearchDocument> {
  for (let number = 0; number < count; number++) {
    yield document(number);
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

test('an index holds every document in one Chinese index and no interface of its own', () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'pagefind');
    const progress: number[] = [];
    await buildPagefind({
      documents: documents(3),
      chars: 60,
      outDir,
      onProgress: (done) => progress.push(done),
    });
    assert.deepEqual(progress, [1, 2, 3]);
    const entry = JSON.parse(await readFile(path.join(outDir, 'pagefind-entry.json'), 'utf8'));
    assert.deepEqual(Object.keys(entry.languages), ['zh-hans']);
    assert.equal(entry.languages['zh-hans'].page_count, 3);
    const names = (await readdir(outDir)).map((name) => name.replace(/_[0-9a-f]+/, ''));
    assert.deepEqual(names.sort(), [
      'filter',
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
    await buildPagefind({ chars: 60, documents: documents(4), outDir });
    await buildPagefind({ chars: 60, documents: documents(3), outDir });
    const again = path.join(dir, 'again');
    await buildPagefind({ chars: 60, documents: documents(3), outDir: again });
    assert.deepEqual(await contentOf(outDir), await contentOf(again));
    assert.deepEqual((await readdir(dir)).sort(), ['again', 'pagefind']);
  }));

test('documents share files of fragments, and an index that is merged into another has no program', () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'volumes', 'x');
    await buildPagefind({ documents: documents(30), chars: 48_000, outDir, withProgram: false });
    assert.equal((await readdir(path.join(outDir, 'fragment'))).length, 2);
    assert.deepEqual(
      (await readdir(outDir)).filter((name) => /\.js$|^wasm/.test(name)),
      [],
    );
  }));

test('what else lies in the folder of an index stays', () =>
  withDir(async (dir) => {
    await buildPagefind({ documents: documents(1), chars: 20, outDir: path.join(dir, 'volumes', 'x') });
    await buildPagefind({ documents: documents(1), chars: 20, outDir: dir });
    assert.ok((await readdir(dir)).includes('volumes'));
  }));

/** Runs a test with the process of the backend that it starts. */
async function withBackend(body: (backend: () => ChildProcess | undefined) => Promise<void>): Promise<void> {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => {
    started.push((message as { process: ChildProcess }).process);
  };
  diagnostics.subscribe('child_process', note);
  try {
    await body(() => started[0]);
  } finally {
    diagnostics.unsubscribe('child_process', note);
  }
}

test('a backend that dies is a sentence with a remedy, and the old index stays', { timeout: 30_000 }, () =>
  withDir(async (dir) => {
    const outDir = path.join(dir, 'pagefind');
    await buildPagefind({ chars: 60, documents: documents(1), outDir });
    const before = await contentOf(outDir);

    await withBackend(async (backend) => {
      const kill = () => backend()?.kill('SIGKILL');
      await assert.rejects(buildPagefind({ documents: documents(500, kill), chars: 60, outDir }), (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, /stopped before it was done \(SIGKILL\).*memory.*pagefind: off/);
        return true;
      });
    });
    assert.deepEqual(await contentOf(outDir), before);
    assert.deepEqual(await readdir(dir), ['pagefind']);
  }),
);

test(
  'a backend that stands still is a sentence after a while, and its process ends',
  { timeout: 30_000 },
  () =>
    withDir(async (dir) => {
      await withBackend(async (backend) => {
        const stop = () => backend()?.kill('SIGSTOP');
        const outDir = path.join(dir, 'pagefind');
        const patience = { always: 500, perChar: 1 };
        await assert.rejects(
          buildPagefind({ documents: documents(5, stop), chars: 60, outDir, patience }),
          /2013.*cannot be indexed: no answer within 1 s.*pagefind: off/,
        );
        const child = backend();
        assert.ok(child);
        if (child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
        assert.equal(child.signalCode, 'SIGKILL');
        // The next one starts a backend of its own.
        await buildPagefind({ documents: documents(1), chars: 20, outDir });
      });
      assert.deepEqual(await readdir(dir), ['pagefind']);
    }),
);

test('documents that fail on their way stop the index with their own error', () =>
  withDir(async (dir) => {
    const broken = function* () {
      yield document(1);
      throw new UserError('article gone');
    };
    await assert.rejects(
      buildPagefind({ documents: broken(), chars: 60, outDir: path.join(dir, 'pagefind') }),
      /article gone/,
    );
    assert.deepEqual(await readdir(dir), []);
  }));

for (const [name, text] of Object.entries({
  'Chinese characters': '字'.repeat(100_000),
  letters: 'a'.repeat(100_000),
  'different characters': Array.from({ length: 100_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
  ).join(''),
  'opening brackets': '<['.repeat(50_000),
}))
  test(`an unbroken run of ${name} is indexed in time`, { timeout: 40_000 }, () =>
    withDir(async (dir) => {
      const time = null;
      const fields = { path: '1.html', title: text, authors: [text], time };
      const one = pagefindDocument(fields, { passages: [text], headings: [] }, 100_000);
      await buildPagefind({ documents: [one], chars: one.chars, outDir: path.join(dir, 'pagefind') });
    }),
  );
