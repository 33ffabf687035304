import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WrittenPages } from './written-pages.ts';

test('a page is ready when it has been written, and at once where it is not going to be', async () => {
  const pages = new WrittenPages(['a.html', 'b.html']);
  const seen: string[] = [];
  const wait = async (page: string): Promise<void> => {
    await pages.ready(page);
    seen.push(page);
  };
  const waits = ['b.html', 'a.html', 'old.html'].map(wait);
  await waits[2];
  assert.deepEqual(seen, ['old.html']);
  pages.add([['a.html', '0a']]);
  await waits[1];
  pages.add([['b.html', '0b']]);
  await Promise.all(waits);
  assert.deepEqual(seen, ['old.html', 'a.html', 'b.html']);
  assert.equal(pages.hashes.get('b.html'), '0b');
});

test('who waits for a page that will never be is told why', async () => {
  const pages = new WrittenPages(['a.html']);
  const waiting = pages.ready('a.html');
  await assert.rejects(pages.written(Promise.reject(new Error('no room'))), /no room/);
  await assert.rejects(waiting, /no room/);
  const others = new WrittenPages(['a.html']);
  await others.written(Promise.resolve());
  await assert.rejects(others.ready('a.html'), /a\.html: was not written/);
});
