import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createProgress, type Progress } from './progress.ts';

/** What is written where there is no terminal. */
function lines(work: (progress: Progress) => void): string[] {
  const stream = new PassThrough();
  work(createProgress(stream as unknown as NodeJS.WriteStream));
  // How fast it goes is the machine's.
  return String(stream.read() ?? '')
    .replace(/, \d+\/s, \d+ s left$/gm, '')
    .split('\n')
    .filter(Boolean);
}

test('without a terminal a stage speaks at most at its quarters and at its end', () => {
  const said = lines((progress) => {
    const stage = progress.start('read', 1000);
    for (let at = 0; at < 1000; at++) stage.tick(1);
    stage.done();
    progress.say('that was all');
  });
  assert.deepEqual(said, [
    'read: 250/1000',
    'read: 500/1000',
    'read: 750/1000',
    'read: 1000/1000 done',
    'that was all',
  ]);
});

test('large steps skip quarters, and a stage of unknown length only ends', () => {
  const said = lines((progress) => {
    const pages = progress.start('pages', 10);
    pages.tick(8);
    pages.tick(2);
    pages.done();
    const files = progress.start('files', 0);
    files.tick(7);
    files.done();
  });
  assert.deepEqual(said, ['pages: 8/10', 'pages: 10/10 done', 'files: 7 done']);
});

test('stages that overlap are counted each for itself', () => {
  const times: [string, number][] = [];
  const said = lines((progress) => {
    const [search, pages] = [progress.start('search', 100), progress.start('pages', 10)];
    pages.tick(6);
    search.tick(100);
    pages.tick(4);
    pages.done();
    search.done();
    times.push(...progress.times.map(({ stage, steps }): [string, number] => [stage, steps]));
  });
  assert.deepEqual(said, ['pages: 6/10', 'pages: 10/10 done', 'search: 100/100 done']);
  assert.deepEqual(times, [
    ['pages', 10],
    ['search', 100],
  ]);
});

test('a stage that is left before it is done is not said to be done', () => {
  const said = lines((progress) => {
    assert.throws(() => {
      using stage = progress.start('read', 100);
      stage.tick(60);
      throw new Error('unreadable');
    }, /unreadable/);
    progress.say('the build begins again');
  });
  assert.deepEqual(said, ['read: 60/100', 'the build begins again']);
});

test('on a terminal the bar of a stage that failed is gone when the next one begins, and words stand above bars', async () => {
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 80,
    clearLine() {},
    cursorTo() {},
    moveCursor() {},
  });
  const progress = createProgress(stream as unknown as NodeJS.WriteStream);
  assert.throws(() => {
    using stage = progress.start('failed', 100);
    stage.tick(60);
    throw new Error('unreadable');
  }, /unreadable/);
  stream.read();
  {
    using stage = progress.start('next', 100);
    stage.tick(10);
    progress.say('a word');
    stage.done();
  }
  const shown = String(stream.read());
  assert.match(shown, /next/);
  assert.match(shown, /a word/);
  assert.doesNotMatch(shown, /failed/);
});
