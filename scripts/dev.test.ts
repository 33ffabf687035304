import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/e2e/serve.ts';
import { Folder } from '../src/files/testing.ts';

const RUN = fileURLToPath(new URL('run.js', import.meta.url));
const SETTINGS = 'search: {pagefind: off}\noffline: false\n';
const article = (text: string) => `---\ntitle: 机房的灯\nname: 林一\ntime: 2013-08-01\n---\n\n${text}\n`;

/** A running `npm run dev`, and what it has said. */
interface Dev {
  folder: Folder;
  said(): string;
  /** Waits until it says something since the last time. @throws where it ends before, or does not in half a minute */
  says(words: RegExp): Promise<string[]>;
}

async function dev(folder: Folder, work: (dev: Dev) => Promise<void>, ...line: string[]): Promise<void> {
  const child = spawn(process.execPath, [RUN, 'dev', '--port', String(await freePort()), ...line], {
    cwd: folder.dir,
  });
  const ended = once(child, 'close');
  let said = '';
  let from = 0;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
    });
  const says = async (words: RegExp): Promise<string[]> => {
    for (const end = Date.now() + 30_000; Date.now() < end && child.exitCode === null; await wait(20)) {
      const found = words.exec(said.slice(from));
      if (!found) continue;
      from += found.index + found[0].length;
      return found;
    }
    throw new Error(`does not say ${words}: ${said}`);
  };
  try {
    await work({ folder, said: () => said, says });
    assert.equal(child.exitCode, null, said);
  } finally {
    child.kill();
    await ended;
  }
}

const URL_LINE = /^(http:\/\/localhost:\d+\/) — Ctrl-C ends$/m;
const DONE = /^1 articles in .* s$/m;
const text = async (url: string) => (await fetch(`${url}2013/08/lamp.html`)).text();

test('dev lives through every mistake, from its start on, serves what it built last, and goes on when it is mended', async () => {
  using folder = new Folder();
  folder.write({ 'content/archive.yml': 'titel: x\n', 'content/lamp.md': article('灯一直亮着。') });
  await dev(folder, async ({ said, says }) => {
    await says(/archive\.yml:1 error settings: archive\.yml: Unexpected field titel/);
    const [, url = ''] = await says(URL_LINE);
    assert.equal((await fetch(url)).status, 404);
    folder.write({ 'content/archive.yml': SETTINGS });
    await says(DONE);
    assert.match(await text(url), /灯一直亮着。/);

    const bomb = Array.from(
      { length: 9 },
      (_, at) => `a${at}: &a${at} [${at ? Array(9).fill(`*a${at - 1}`) : 'x'}]`,
    );
    const mistakes: [Record<string, string>, RegExp][] = [
      [{ 'content/archive.yml': bomb.join('\n') }, /archive\.yml:1 error settings-yaml: Unexpected YAML/],
      [
        { 'content/archive.yml': '['.repeat(20_000) },
        /archive\.yml:\d+ error settings-yaml: Unexpected YAML/,
      ],
      [{ 'content/archive.yml': SETTINGS, 'content/topics.yml': '- a\n' }, /topics\.yml:1 error topics/],
      [{ 'content/topics.yml': bomb.join('\n') }, /topics\.yml:\d+ error topics/],
    ];
    for (const [files, words] of mistakes) {
      folder.write(files);
      await says(words);
      assert.match(await text(url), /灯一直亮着。/);
    }
    rmSync(folder.at('content'), { recursive: true });
    await says(/content: cannot be read as a content directory/);
    assert.match(await text(url), /灯一直亮着。/);
    folder.write({ 'content/archive.yml': SETTINGS, 'content/lamp.md': article('灯灭了。') });
    while (!(await text(url)).includes('灯灭了。')) await says(DONE);
    // And again: the folder that came back is watched as the first one was.
    folder.write({ 'content/lamp.md': article('灯又亮了。') });
    while (!(await text(url)).includes('灯又亮了。')) await says(DONE);
    assert.doesNotMatch(said(), /please report/);
  });
});

test('a folder of somebody else’s, named as the output by mistake, is not shown to anybody', async () => {
  using folder = new Folder();
  folder.write({
    'content/lamp.md': article('灯一直亮着。'),
    'content/archive.yml': SETTINGS,
    'dist/index.html': 'theirs',
  });
  await dev(folder, async ({ said, says }) => {
    await says(/dist: is not empty and was not made by Jiuwen/);
    await says(/Waiting for a change/);
    assert.doesNotMatch(said(), /http:/);
    rmSync(folder.at('dist'), { recursive: true });
    folder.write({ 'content/lamp.md': article('灯灭了。') });
    const [, url = ''] = await says(URL_LINE);
    assert.match(await text(url), /灯灭了。/);
  });
});

test('dev that lets other machines in says so', async () => {
  using folder = new Folder();
  folder.write({ 'content/lamp.md': article('灯一直亮着。'), 'content/archive.yml': SETTINGS });
  await dev(
    folder,
    async ({ says }) => void (await says(/^Warning: open to other machines at 0\.0\.0\.0/m)),
    '--host',
    '0.0.0.0',
  );
});
