import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles } from './list-files.ts';
import { Folder } from './testing.ts';

test('files are listed in code unit order, hidden ones too; none where there is no folder', () => {
  using folder = new Folder();
  assert.deepEqual(listFiles(folder.at('dist')), []);
  folder.write({ 'dist/b': '', 'dist/B': '', 'dist/a/c': '', 'dist/a/.hidden': '', 'dist/ab': '' });
  assert.deepEqual(listFiles(folder.at('dist')), ['B', 'a/.hidden', 'a/c', 'ab', 'b']);
});
