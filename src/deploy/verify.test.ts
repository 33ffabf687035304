import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { UserError } from '../errors.ts';
import { absent } from '../exporters/testing/tools.ts';
import { Folder, siteIn } from '../files/testing.ts';
import { staticFiles } from '../site/static-files.ts';
import { siteReader, webReader } from './site-reader.ts';
import { readManifest, sampleOf, verify } from './verify.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lines = [1, 2, 3].map((id) => ({
  path: `2013/08/开源-${id}.html`,
  page: sha256(`<p>${id}`),
  source: sha256(`# ${id}`),
}));
let original = '';
let mirror = '';

before(async () => {
  original = await mkdtemp(path.join(tmpdir(), 'jiuwen-verify-'));
  mirror = path.join(original, 'mirror');
  const site = siteIn(original);
  site.write('manifest.json', JSON.stringify({ version: 1, articles: lines }));
  for (const id of [1, 2, 3]) {
    site.write(`2013/08/开源-${id}.html`, `<p>${id}`);
    site.write(`2013/08/开源-${id}.md`, `# ${id}`);
  }
  for (const name of ['manifest.json', '2013'])
    await cp(path.join(original, name), path.join(mirror, name), { recursive: true });
  await writeFile(path.join(mirror, '2013/08/开源-1.html'), '<p>1 <script src=ad.js>');
  await rm(path.join(mirror, '2013/08/开源-3.md'));
});

after(() => rm(original, { recursive: true }));

test('a faithful copy has no differences', async () => {
  const site = siteReader(original);
  let done = 0;
  assert.deepEqual(
    await verify(site, await readManifest(site), (some) => {
      done += some;
    }),
    [],
  );
  assert.equal(done, 3);
});

test('a changed page and a missing source are named', async () => {
  assert.deepEqual(await verify(siteReader(mirror), lines, () => {}), [
    { path: '2013/08/开源-1.html', what: 'differs' },
    { path: '2013/08/开源-3.md', what: 'is missing' },
  ]);
});

test('a live mirror is compared over HTTP', async () => {
  const server = createServer(staticFiles(mirror));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const site = siteReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    assert.deepEqual(await verify(site, await readManifest(site), () => {}), [
      { path: '2013/08/开源-1.html', what: 'differs' },
      { path: '2013/08/开源-3.md', what: 'answers 404' },
    ]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a host that cannot be reached is said to be so', async () => {
  await assert.rejects(readManifest(siteReader('http://127.0.0.1:1/')), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /manifest\.json cannot be reached/);
    return true;
  });
});

/** A host of one kind of mischief. */
async function onHost(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('a host that sends too much, without end, too slowly, or leads round in circles, holds nobody up', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const kinds: [RegExp, (request: IncomingMessage, response: ServerResponse) => void][] = [
    [
      /^has more than the 1000000 bytes/,
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    ],
    [
      /^has more than the 1000000 bytes/,
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(100_000))) {}
        };
        response.on('drain', more);
        more();
      },
    ],
    [/^takes more than 0\.3 s$/, () => undefined],
    [/^takes more than 0\.3 s$/, (_, response) => void response.write('{')],
    [
      /^leads elsewhere again and again$/,
      (_, response) => response.writeHead(302, { location: '/again' }).end(),
    ],
    [
      /^leads to file:\/\/\/etc\/passwd$/,
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    ],
    [/^cannot be reached/, (_, response) => response.writeHead(302, { location: 'http://' }).end()],
    [/^cannot be reached/, (request) => request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n')],
    [
      /^cannot be reached/,
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    ],
    [/^answers 404$/, (_, response) => response.writeHead(404).end(Buffer.alloc(5_000_000))],
  ];
  for (const [words, answer] of kinds)
    await onHost(answer, async (url) => {
      const found = await webReader(url, 300).read('a.html', 1_000_000);
      assert.match('missing' in found ? found.missing : 'read', words);
    });
});

test('a host may lead to where its files are', () =>
  onHost(
    ({ url }, response) =>
      url === '/a.html' ? response.writeHead(301, { location: '/a' }).end() : response.end('x'),
    async (url) => {
      const found = await webReader(url).read('a.html', 10);
      assert.equal(Buffer.from(found as Uint8Array).toString(), 'x');
    },
  ));

test('an address that is neither a folder nor on the web is refused', () => {
  for (const address of [
    'file:///etc',
    'ftp://example.org/',
    'gopher://x',
    'https://user:word@example.org/',
    'http://',
  ])
    assert.throws(() => siteReader(address), UserError, address);
});

test('a pipe, a folder and a file that is too large are named, and nobody waits for them', async () => {
  using folder = new Folder();
  folder.write({ 'large.html': 'x'.repeat(100), 'folder/a': '' });
  const site = siteReader(folder.dir);
  if (!absent('mkfifo', '--version')) execFileSync('mkfifo', [folder.at('pipe.html')]);
  assert.deepEqual(await site.read('large.html', 99), {
    missing: 'has more than the 99 bytes that are read',
  });
  assert.deepEqual(await site.read('folder', 99), { missing: 'is no file' });
  assert.ok('missing' in (await site.read('pipe.html', 99)));
});

test('a manifest cannot make files outside the folder be read', async () => {
  const evil = [{ path: '../manifest.html', page: sha256(''), source: sha256('') }];
  assert.deepEqual((await verify(siteReader(mirror), evil, () => {}))[0]?.what, 'lies outside the folder');
});

test('something else under the name of the manifest is refused', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-verify-'));
  await writeFile(path.join(dir, 'manifest.json'), '{"name":"a web app"}');
  await assert.rejects(readManifest(siteReader(dir)), UserError);
  await rm(dir, { recursive: true });
});

test('a sample is spread evenly', () => {
  assert.deepEqual(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4), [0, 2, 5, 7]);
  assert.deepEqual(sampleOf([1, 2], 5), [1, 2]);
});
