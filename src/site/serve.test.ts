import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { type Serving, serve } from './serve.ts';

const SITE = {
  'dist/index.html': '<head></head><p>旧闻</p>',
  'dist/404.html': '<head></head><p>没有这一页</p>',
  'dist/about.html': '<p>关于</p>',
  'dist/旧/闻.html': '<p>一</p>',
  'dist/旧/index.html': '<p>旧的</p>',
  'dist/.jiuwen': 'secret',
  'dist/.git/config': 'secret',
  'dist/data.txt': '0123456789',
  'dist-private/secret.txt': 'secret',
  'secret.txt': 'secret',
};

async function withServer(
  work: (serving: Serving, folder: Folder) => Promise<void>,
  reload = false,
  host?: string,
): Promise<void> {
  using folder = new Folder();
  folder.write(SITE);
  const serving = await serve(folder.at('dist'), 18_080, reload, host);
  try {
    await work(serving, folder);
  } finally {
    await serving.close();
  }
}

/** Sends a request as it is written, and gives what comes back. */
async function send(url: string, request: string): Promise<{ status: number; text: string }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(request);
  let text = '';
  socket.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text };
}

const get = (url: string, target: string, more = '', method = 'GET') =>
  send(url, `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`);

test('a built site is served with its home page and its 404 page; a taken port is passed over', () =>
  withServer(async (first, folder) => {
    const second = await serve(folder.at('dist'), Number(new URL(first.url).port), false);
    try {
      assert.notEqual(second.url, first.url);
      for (const { url, isOpen } of [first, second]) {
        assert.equal(isOpen, false);
        assert.match(await (await fetch(url)).text(), /旧闻/);
        assert.match(await (await fetch(`${url}${encodeURI('旧/闻.html')}`)).text(), /一/);
        assert.match(await (await fetch(`${url}about`)).text(), /关于/);
        const lists = await fetch(`${url}${encodeURI('旧')}`);
        assert.deepEqual([lists.url, await lists.text()], [`${url}${encodeURI('旧/')}`, '<p>旧的</p>']);
        const missing = await fetch(`${url}a/b/c.html`);
        assert.equal(missing.status, 404);
        assert.match(await missing.text(), /没有这一页/);
      }
    } finally {
      await second.close();
    }
  }));

const HOSTILE = [
  ...[
    '/%ff',
    '//',
    '///',
    '//evil.example/',
    '/%',
    '/%00',
    '/index.html%00',
    '/%0d%0aX: y',
    '*',
    'http://evil.example/',
  ],
  ...[
    '/..%2fdist-private%2fsecret.txt',
    '/../dist-private/secret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
  ],
  ...[
    '/..%2fsecret.txt',
    '/a/..%2f..%2fsecret.txt',
    '/%2fetc%2fpasswd',
    '/C:%5cWindows%5cwin.ini',
    '/./secret.txt',
  ],
  ...[
    '/.jiuwen',
    '/.git/config',
    '/%2egit/config',
    '/.git',
    '/link.txt',
    '/links/secret.txt',
    '/links',
    '/links/',
  ],
  ...[
    `/${'a'.repeat(5_000)}`,
    `/${'a/'.repeat(3_000)}`,
    `/${'%e6%97%a7'.repeat(100)}`,
    `/${'a'.repeat(40_000)}`,
  ],
  ...['/index.html/', '/index.html/x', '/data.txt/..', '/旧', '/\u0001'],
];

for (const reload of [false, true])
  test(`no address leads out of the folder, to a hidden file or to the end of the server${reload ? ' that has pages load again' : ''}`, () =>
    withServer(async ({ url }, folder) => {
      symlinkSync(folder.at('secret.txt'), folder.at('dist/link.txt'));
      symlinkSync(folder.at('dist-private'), folder.at('dist/links'), 'junction');
      for (const target of HOSTILE) {
        const { status, text } = await get(url, target);
        assert.ok([400, 404, 414, 431].includes(status), `${target.slice(0, 60)}: ${status}`);
        assert.doesNotMatch(text, /secret/, target);
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'PATCH'])
        assert.equal((await get(url, '/', '', method)).status, 405, method);
      assert.equal((await get(url, '/', '', 'NONSENSE')).status, 400);
      await send(url, 'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n');
      for (const range of [
        'bytes=5-2',
        'bytes=99-',
        'bytes=-',
        'bytes=a-b',
        'bytes=0-0,2-3',
        'x',
        'bytes=-99999999999999999999',
      ])
        assert.ok((await get(url, '/data.txt', `Range: ${range}\r\n`)).status > 0, range);
      assert.equal((await get(url, '/', 'Upgrade: websocket\r\n')).status, 200);
      assert.match((await get(url, '/data.txt', 'Range: bytes=2-3\r\n')).text, /\r\n\r\n23$/);
      assert.match((await get(url, '/index.html', '', 'HEAD')).text, /\r\n\r\n$/);
      assert.equal((await get(url, '/')).status, 200);
    }, reload));

test('a folder that goes away and comes back is served again', () =>
  withServer(async ({ url }, folder) => {
    const gone = folder.at('gone');
    const other = await serve(gone, Number(new URL(url).port), false);
    try {
      assert.equal((await fetch(other.url)).status, 404);
      mkdirSync(gone);
      folder.write({ 'gone/index.html': 'x' });
      assert.equal((await fetch(other.url)).status, 200);
    } finally {
      await other.close();
    }
  }));

test('only requests that name this server are answered', () =>
  withServer(async ({ url }) => {
    const port = new URL(url).port;
    const ask = (host: string) => send(url, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    for (const host of ['localhost', `localhost:${port}`, 'LOCALHOST', '127.0.0.1', `[::1]:${port}`])
      assert.equal((await ask(host)).status, 200, host);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      'user@localhost',
      '',
      '10.0.0.1',
      'localhost:x',
    ])
      assert.equal((await ask(host)).status, 421, host);
    assert.equal((await send(url, 'GET / HTTP/1.0\r\n\r\n')).status, 421);
    assert.equal((await send(url, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status, 400);
  }));

test('a server that is open to others says so, and still answers no foreign name', () =>
  withServer(
    async ({ url, isOpen }) => {
      assert.ok(isOpen);
      const ask = (host: string) => send(url, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      assert.equal((await ask('192.168.1.5:8080')).status, 200);
      assert.equal((await ask('evil.example')).status, 421);
    },
    false,
    '0.0.0.0',
  ));

test('a host that is none of this machine’s, and a port that is not there, are sentences', async () => {
  await assert.rejects(serve('.', 18_080, false, '203.0.113.7'), /Unexpected --host 203\.0\.113\.7/);
});

test('a page that is open is told when it has changed, by a script that stands in every page', () =>
  withServer(async (serving) => {
    const page = await (await fetch(serving.url)).text();
    const [, script = '', build] = /<script src="\/([^"?]+)\?(\d+)"><\/script><\/head>/.exec(page) ?? [];
    assert.match(await (await fetch(serving.url + script)).text(), /EventSource\('\/\.reload\/events'\)/);
    const events = (await fetch(`${serving.url}.reload/events`)).body?.pipeThrough(new TextDecoderStream());
    const reader = events?.getReader() ?? assert.fail();
    assert.equal((await reader.read()).value, `data: ${build}\n\n`);
    serving.reload();
    assert.equal((await reader.read()).value, `data: ${Number(build) + 1}\n\n`);
    await reader.cancel();
  }, true));
