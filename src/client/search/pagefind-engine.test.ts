import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { mock } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { volumesText } from '../../search/pagefind-volumes.ts';
import type { Hit, RelatedRequest } from './engine.ts';
import { pagefindEngine } from './pagefind-engine.ts';

/** A stand-in for `pagefind.js`: answers with what it was asked, fails as often as told. */
const STAND_IN = `
const state = globalThis.standIn;
export async function mergeIndex(folder) { state.merged.push(folder.split('/').slice(-3).join('/')); }
export async function destroy() { state.destroyed++; }
export async function search(query, options) {
  if (state.failures-- > 0) throw new Error('no index');
  state.asked.push([query, options]);
  const fragment = {
    raw_url: '2013/08/1.html', raw_content: '标题\\u200b. \\u200b讲\\u200b电\\u200b商\\u200b&lt;b&gt;',
    weighted_locations: [{ location: 3, balanced_score: 1 }, { location: 4, balanced_score: 1 }],
    anchors: [{ id: 'text', location: 2 }], meta: { title: '标题', author: 'A', date: '2013-08-01' },
  };
  return {
    results: Array.from({ length: 3 }, () => ({ data: async () => fragment })),
  };
}
`;

interface StandIn {
  failures: number;
  destroyed: number;
  merged: string[];
  asked: unknown[];
}

/** Runs a test with an engine over the stand-in. */
async function withEngine(
  failures: number,
  body: (search: (change?: Partial<RelatedRequest>) => Promise<Hit[]>, state: StandIn) => Promise<void>,
  volumes: readonly string[] = [''],
): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'engine-'));
  const state: StandIn = { failures, destroyed: 0, merged: [], asked: [] };
  Object.assign(globalThis, { standIn: state });
  // Node's own reads no files.
  const fetched = mock.method(
    globalThis,
    'fetch',
    async (url: string) => new Response(await readFile(fileURLToPath(url))),
  );
  try {
    await writeFile(path.join(dir, 'package.json'), '{"type":"module"}');
    await writeFile(path.join(dir, 'pagefind.js'), STAND_IN);
    await writeFile(path.join(dir, 'volumes.json'), volumesText(volumes));
    const engine = pagefindEngine(pathToFileURL(`${dir}/`).href);
    const signal = new AbortController().signal;
    await body(
      (change) =>
        engine({
          query: '电商',
          filters: {},
          limit: 2,
          signal,
          ...change,
        }),
      state,
    );
  } finally {
    fetched.mock.restore();
    await rm(dir, { recursive: true });
  }
}

test('a hit carries path, title, author, date and an excerpt of the text', () =>
  withEngine(0, async (search) => {
    const hits = await search();
    assert.equal(hits.length, 2);
    assert.deepEqual(hits[0], {
      path: '2013/08/1.html',
      title: { text: '标题', marks: [] },
      author: { text: 'A', marks: [] },
      date: '2013-08-01',
      excerpts: [{ text: '讲电商<b>', marks: [[1, 3]] }],
      group: 'near',
      passage: { passage: null, strings: ['电商'] },
    });
  }));

test('conditions that are set are passed on', () =>
  withEngine(0, async (search, { asked }) => {
    await search({ filters: { year: '2013', author: 'A' } });
    assert.deepEqual((asked[0] as [string, { filters: object }])[1].filters, { year: '2013', author: 'A' });
  }));

test('an index that fails is an error once and is loaded anew for the next search', () =>
  withEngine(1, async (search, state) => {
    await assert.rejects(search(), /no index/);
    assert.equal(state.destroyed, 1);
    assert.equal((await search()).length, 2);
  }));

test('an aborted search asks nothing', () =>
  withEngine(0, async (search, { asked }) => {
    await assert.rejects(search({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.deepEqual(asked, []);
  }));

test('further volumes are asked with the first', () =>
  withEngine(
    0,
    async (search, state) => {
      await Promise.all([search(), search()]);
      assert.deepEqual(state.merged, ['volumes/a/', 'volumes/b/']);
    },
    ['', 'volumes/a', 'volumes/b'],
  ));

test('where the build could make no volume that is a fault, and nothing else is loaded', () =>
  withEngine(
    0,
    async (search, { asked }) => {
      await assert.rejects(search(), /no index was made/);
      assert.deepEqual(asked, []);
    },
    [],
  ));
