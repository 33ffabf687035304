import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { png } from '../media/testing.ts';
import { isPrivate, request } from './request.ts';
import { type RescueOptions, rescue } from './rescue.ts';

type Answers = Record<string, (request: IncomingMessage, response: ServerResponse, time: number) => void>;

/** A host of its own on this machine. */
async function serving(answers: Answers) {
  const times = new Map<string, number>();
  const asked: { url: string; referer: string | undefined; at: number }[] = [];
  const server = createServer((message, response) => {
    const url = message.url ?? '';
    asked.push({ url, referer: message.headers.referer, at: performance.now() });
    const time = (times.get(url) ?? 0) + 1;
    times.set(url, time);
    const answer = answers[url];
    if (answer) answer(message, response, time);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    root,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const optionsFor = (folder: Folder, more: Partial<RescueOptions> = {}): RescueOptions => ({
  contentDir: folder.dir,
  budget: 1e9,
  mostBytes: 1e6,
  patience: 2_000,
  pause: 0,
  wayback: null,
  allowPrivate: true,
  onPicture: () => {},
  ...more,
});
const pictureOf = (address: string) => ({ address, file: 'a.md', date: '2013-08-01' });
const listOf = (folder: Folder): Record<string, string> =>
  JSON.parse(readFileSync(folder.at('media/rescued.json'), 'utf8'));

test('pictures are fetched once each, told by their bytes, and listed with their files; nobody learns where they were found', async () => {
  using folder = new Folder();
  await using host = await serving({
    '/a.png': (_, response) => response.end(png(3, 2)),
    '/same.jpg': (_, response) => response.end(png(3, 2)),
    '/page.png': (_, response) => response.end('<!DOCTYPE html><title>404</title>'),
    '/to': (_, response) => response.writeHead(302, { Location: '/a.png' }).end(),
    '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    '/file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    '/large.png': (_, response) => response.end(Buffer.concat([png(1, 1), Buffer.alloc(2e6)])),
    '/script.svg': (_, response) => response.end('<svg><script>alert(1)</script></svg>'),
  });
  const names = ['a.png', 'same.jpg', 'page.png', 'to', 'round', 'file', 'large.png', 'script.svg', 'no.png'];
  const pictures = names.map((name) => pictureOf(`${host.root}/${name}`));
  const outcome = await rescue(pictures, new Map(), optionsFor(folder));
  assert.equal(outcome.fetched, 3);
  const list = listOf(folder);
  assert.deepEqual(
    Object.keys(list).map((address) => address.slice(host.root.length + 1)),
    ['a.png', 'same.jpg', 'to'],
  );
  const [file = ''] = Object.values(list);
  assert.match(file, /^media\/[\da-f]{28}\.png$/);
  assert.deepEqual(readFileSync(folder.at(file)), png(3, 2));
  assert.deepEqual(
    outcome.gone.map(({ picture, reason }) => `${picture.address.slice(host.root.length + 1)}: ${reason}`),
    [
      'page.png: is no picture',
      'round: leads on and on',
      'file: has the scheme file:',
      'large.png: is larger than 1 MB',
      'script.svg: is no picture',
      'no.png: HTTP 404',
    ],
  );
  assert.ok(host.asked.every(({ referer }) => referer === undefined));
  // What is listed is not asked for again.
  const before = host.asked.length;
  await rescue(pictures.slice(0, 2), new Map(Object.entries(list)), optionsFor(folder));
  assert.equal(host.asked.length, before);
});

test('a host in trouble is asked again when it says so, and a copy takes the place of what is gone', async () => {
  using folder = new Folder();
  await using host = await serving({
    '/busy.png': (_, response, time) =>
      time < 3 ? response.writeHead(503, { 'Retry-After': '0.01' }).end() : response.end(png(2, 2)),
    '/broken.png': (_, response, time) =>
      time < 2
        ? response.writeHead(200, { 'Content-Length': '999' }).write('x', () => response.destroy())
        : response.end(png(4, 4)),
  });
  await using copies = await serving({});
  const gone = `${host.root}/gone.png`;
  await using wayback = await serving({
    [`/web/20130801im_/${gone}`]: (_, response) => response.end(png(9, 9)),
  });
  assert.ok(copies.root);
  const pictures = [`${host.root}/busy.png`, `${host.root}/broken.png`, gone].map(pictureOf);
  const outcome = await rescue(pictures, new Map(), optionsFor(folder, { wayback: `${wayback.root}/web` }));
  assert.deepEqual(outcome.gone, []);
  assert.deepEqual(Object.keys(listOf(folder)).length, 3);
});

test('a budget ends the fetching, and the next time goes on', async () => {
  using folder = new Folder();
  await using host = await serving({
    '/1.png': (_, response) => response.end(png(1, 1)),
    '/2.png': (_, response) => response.end(png(2, 2)),
    '/3.png': (_, response) => response.end(png(3, 3)),
  });
  const pictures = [1, 2, 3].map((name) => pictureOf(`${host.root}/${name}.png`));
  const first = await rescue(pictures, new Map(), optionsFor(folder, { budget: 1 }));
  assert.deepEqual([first.fetched, first.left], [1, 2]);
  const second = await rescue(pictures, new Map(Object.entries(listOf(folder))), optionsFor(folder));
  assert.equal(second.fetched, 2);
  assert.equal(Object.keys(listOf(folder)).length, 3);
  assert.ok(Object.values(listOf(folder)).every((file) => existsSync(folder.at(file))));
});

test('addresses of this machine and its network are not asked, by number, by name or by a host that leads there', async () => {
  await using host = await serving({ '/a.png': (_, response) => response.end(png(1, 1)) });
  const bounds = { mostBytes: 1e6, patience: 1_000, allowPrivate: false };
  for (const address of [
    `${host.root}/a.png`,
    host.root.replace('127.0.0.1', 'localhost'),
    'http://[::1]/a',
    'http://169.254.169.254/x',
    'http://2130706433/',
  ]) {
    const answer = await request(address, bounds);
    assert.ok('reason' in answer, address);
  }
  assert.deepEqual(host.asked, []);
  for (const address of [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
    '0.0.0.0',
  ])
    assert.ok(isPrivate(address), address);
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111']) assert.ok(!isPrivate(address), address);
});
