import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import { claimOutput, markOutput, readStamp } from './output.ts';

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof UserError && pattern.test(error.message);

test('an output that is missing, empty or made by an earlier build is taken', async () => {
  using folder = new Folder();
  const [out, content] = [folder.at('dist'), folder.at('content')];
  await claimOutput(out, content);
  mkdirSync(out);
  await claimOutput(out, content);
  markOutput(out, '');
  folder.write({ 'dist/index.html': '' });
  await claimOutput(out, content);
});

test('a folder of someone else’s, or a file, is refused', async () => {
  using folder = new Folder();
  folder.write({ 'photos/a.jpg': '', file: '' });
  await assert.rejects(
    claimOutput(folder.at('photos'), folder.at('content')),
    refused(/was not made by Jiuwen/),
  );
  await assert.rejects(
    claimOutput(folder.at('file'), folder.at('content')),
    refused(/cannot be used for the output/),
  );
});

test('the output may neither hold the articles nor stand among them', async () => {
  using folder = new Folder();
  await assert.rejects(
    claimOutput(folder.dir, folder.dir),
    refused(/may not be the content directory or hold it/),
  );
  await assert.rejects(claimOutput(folder.dir, folder.at('a', 'content')), refused(/may not be the content/));
  await assert.rejects(
    claimOutput(folder.at('dist'), folder.dir),
    refused(/may not stand in the content directory/),
  );
  await claimOutput(folder.at('content-dist'), folder.at('content'));
  await claimOutput(folder.at('..dist'), folder.at('content'));
});

test('the marker keeps a stamp', () => {
  using folder = new Folder();
  assert.equal(readStamp(folder.at('dist')), null);
  markOutput(folder.at('dist'), 'one');
  assert.equal(readStamp(folder.at('dist')), 'one');
});
