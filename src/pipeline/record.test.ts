import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Cache } from '../cache/cache.ts';
import { Folder } from '../files/testing.ts';
import { type BuildRecord, readRecord, writeRecord } from './record.ts';

/** What no file of a site has in its name: it would not be a name, or `src/archive/paths.ts` takes it out. */
const FORBIDDEN = /[\t\n]/g;
const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('=', '@', '=x', '@x', '__proto__', 'constructor', '\r', '\u2028', ' ', '旧闻'),
  )
  .map((name) => name.replace(FORBIDDEN, ' '));
/** Below a folder: at the root stand only files that the program names. */
const file = hostile.map((name) => `authors/${name}.html`);
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const state = fc.record({ size: fc.nat(), hash: fc.constantFrom('', '0a1b') }, { noNullPrototype: true });
const target = fc.record(
  {
    keys: fc.array(fc.tuple(hostile, fc.constantFrom('k', 'a1-_'))).map((pairs) => new Map(pairs)),
    files: fc.uniqueArray(file),
    data: json,
  },
  { noNullPrototype: true },
);
const name = fc.constantFrom('assets', 'pages', 'catalogue-exports', 'offline');
const changes = fc.record(
  { added: fc.array(hostile), changed: fc.array(hostile), removed: fc.array(hostile) },
  { noNullPrototype: true },
);

const recordOf = (fields: Partial<BuildRecord> = {}): BuildRecord => ({
  stamp: 'stamp',
  key: 'key',
  listing: 'listing',
  stopped: null,
  summary: null,
  targets: new Map([['pages', { keys: new Map([['a.html', 'k']]), files: ['a.html'], data: null }]]),
  files: new Map([['a.html', { size: 1, hash: 'h' }]]),
  ...fields,
});

/** What a reader finds, all of it. */
const read = (folder: Folder, stamp: string | null): BuildRecord => ({
  ...readRecord(new Cache(folder.dir), stamp),
});

test('a record comes back as it was, whatever its files are called', () => {
  using folder = new Folder();
  const targets = fc.array(fc.tuple(name, target)).map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(targets, fc.array(state, { minLength: 1 }), fc.option(changes), (list, states, stopped) => {
      const names = [...list.values()].flatMap(({ files }) => files);
      const files = new Map(names.map((one, at) => [one, states[at % states.length] ?? assert.fail()]));
      const record = recordOf({ targets: list, files, stopped });
      writeRecord(new Cache(folder.dir), record);
      assert.deepEqual(read(folder, 'stamp'), record);
    }),
  );
});

test('a file of which nothing is known yet is listed, and nothing is known of it', () => {
  using folder = new Folder();
  writeRecord(new Cache(folder.dir), recordOf({ files: new Map() }));
  const { targets, files } = read(folder, 'stamp');
  assert.deepEqual(targets.get('pages')?.files, ['a.html']);
  assert.equal(files.size, 0);
});

test('nothing is known where there is no record, one of another state, or a damaged one', () => {
  using folder = new Folder();
  const nothing = read(folder, 'stamp');
  assert.deepEqual([nothing.targets.size, nothing.files.size, nothing.summary], [0, 0, null]);
  writeRecord(new Cache(folder.dir), recordOf());
  assert.notDeepEqual(read(folder, 'stamp'), nothing);
  for (const stamp of ['other', '', null]) assert.deepEqual(read(folder, stamp), nothing);
  const [name = ''] = readdirSync(folder.dir);
  const bytes = readFileSync(folder.at(name));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(folder.at(name), bytes);
  assert.deepEqual(read(folder, 'stamp'), nothing);
});
