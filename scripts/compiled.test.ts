import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/e2e/serve.ts';
import { Folder } from '../src/files/testing.ts';

const RUN = fileURLToPath(new URL('run.js', import.meta.url));
const { scripts } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'),
) as { scripts: Record<string, string> };
const COMMANDS = Object.values(scripts).flatMap((line) => /run\.js (\S+)/.exec(line)?.[1] ?? []);

/** An archive of two articles, and what the commands before made of it. */
const folder = new Folder();
after(() => folder[Symbol.dispose]());
const article = (text: string) => `---\ntitle: 机房的灯\nname: 林一\ntime: 2013-08-01\n---\n\n${text}\n`;
folder.write({
  'content/lamp.md': article('灯一直亮着。'),
  'content/fan.md': '---\ntitle: 风扇\ntime: 2014-08-01\n---\n\n风扇一直转着。\n',
  'content/archive.yml': 'search: {pagefind: off}\n',
  // So little text that few kinds of strings can be drawn from it, each of which takes the browser seconds.
  'words/lamp.md': '---\ntitle: 灯\ntime: 2013-08-01\n---\n\n亮。\n',
});

/** Starts a command of the project in the folder. */
const start = (command: string, ...line: string[]): ChildProcess =>
  spawn(process.execPath, [RUN, command, ...line], { cwd: folder.dir });

/** Runs a command to its end: what it printed. */
async function printed(command: string, ...line: string[]): Promise<string> {
  const child = start(command, ...line);
  let out = '';
  let words = '';
  child.stdout?.on('data', (text) => {
    out += String(text);
  });
  child.stderr?.on('data', (text) => {
    words += String(text);
  });
  const [code] = await once(child, 'close');
  assert.equal(code, 0, `${command}: ${words}`);
  return out;
}

/** Starts a command that serves the site, and ends it after the test. */
async function serving(command: string, body: (url: string) => Promise<void>): Promise<void> {
  const child = start(command, '--port', String(await freePort()));
  const ended = once(child, 'close');
  try {
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (text) => {
          said += String(text);
          const [, found] = /^(http:\/\/localhost:\d+\/)/m.exec(said) ?? [];
          if (found) resolve(found);
        });
      ended.then(() => reject(new Error(`ended early: ${said}`)));
    });
    await body(url);
  } finally {
    child.kill();
    await ended;
  }
}

/** Waits until a page holds a text. @throws where it does not in half a minute */
async function shows(url: string, text: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(50))
    if ((await (await fetch(url)).text()).includes(text)) return;
  throw new Error(`${url} does not show ${text}`);
}

/** A run of each command, in an order in which each finds what it needs. */
const RUNS: Record<string, () => Promise<void>> = {
  async build() {
    assert.match(await printed('build'), /^articles {3}2$/m);
    for (const share of ['1/2', '2/2'])
      await printed('build', '--shard', share, '--out', `shard-${share[0]}`, '--no-cache');
  },
  async merge() {
    assert.match(await printed('merge', '--out', 'merged', 'shard-1', 'shard-2'), /^articles {3}2$/m);
    assert.ok(existsSync(folder.at('merged/2013/08/lamp.html')));
  },
  check: async () => assert.match(await printed('check'), /^2 articles; nothing to report$/m),
  verify: async () =>
    assert.match(await printed('verify', 'merged', '--manifest', 'dist'), /no differences$/m),
  doctor: async () => assert.match(await printed('doctor'), /^2 articles: /),
  async 'deploy-files'() {
    assert.equal(await printed('deploy-files', 'nginx', '--precompress'), 'nginx.conf\n');
    assert.ok(existsSync(folder.at('dist/index.html.gz')));
  },
  async export() {
    for (const kind of ['zip', 'epub', 'sqlite', 'bulk'])
      assert.match(await printed('export', kind), /^\S+/, kind);
  },
  start: () => serving('start', (url) => shows(`${url}2013/08/lamp.html`, '灯一直亮着。')),
  dev: () =>
    serving('dev', async (url) => {
      await shows(`${url}2013/08/lamp.html`, '灯一直亮着。');
      folder.write({ 'content/lamp.md': article('灯灭了。') });
      await shows(`${url}2013/08/lamp.html`, '灯灭了。');
    }),
  async bench() {
    const report = await printed('bench', '--sizes', '10', '--rounds', '1', '--dir', 'bench');
    assert.match(report, /^\| \*\*Jiuwen\*\*, an old article edited \| /m);
  },
  topics: async () => assert.match(await printed('topics'), /frequent names in titles and leads/),
  'rescue-images': async () =>
    assert.match(await printed('rescue-images'), /^0 of 0 pictures fetched, 0\.0 MB; 0 are gone, 0 left/m),
  async torture() {
    const report = await printed('torture', '--minutes', '0.02', '--kinds', 'vectors', '--seed', '1');
    assert.match(report, /^\| vectors \| 1 \| 1 \| /m);
  },
  async 'bench-search'() {
    const report = await printed('bench-search', '--content', 'words', '--strings', '1', '--asked', '2');
    assert.match(report, /^\| from Enter, cold: first screenful \| \d+/m);
  },
};

test('every command that runs compiled is run here', () => {
  assert.deepEqual(Object.keys(RUNS).sort(), COMMANDS.sort());
});

for (const [command, run] of Object.entries(RUNS)) test(`${command} runs compiled`, run);

for (const command of COMMANDS)
  test(`${command} --help prints the command’s usage`, async () => {
    const script = Object.keys(scripts).find((name) => scripts[name]?.endsWith(`run.js ${command}`));
    assert.match(await printed(command, '--help'), new RegExp(`^usage: npm (?:run )?${script}\\b`));
  });
