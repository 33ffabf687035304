import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../e2e/serve.ts';
import { absent } from '../exporters/testing/tools.ts';
import { siteIn } from '../files/testing.ts';
import { ASK_FIRST, FOREVER } from './headers.ts';
import { caddyfile } from './hosts/caddy.ts';
import { nginxConf } from './hosts/nginx.ts';
import { precompress } from './precompress.ts';

/** A server's configuration for a site under `base` in `root`, on a free port, and how to start it. */
interface Server {
  program: string;
  configuration(base: string, root: string, port: number): string;
  start(file: string): string[];
  /** Whether it sends `.br` files without a module of its own. */
  brotli: boolean;
}

const servers: Server[] = [
  {
    program: 'nginx',
    configuration: (base, root, port) =>
      nginxConf(base)
        // Before the site's own folder, which lies below /tmp too.
        .replaceAll(' /tmp/', ` ${root}/.`)
        .replace('root /usr/share/nginx/html;', `root ${root};`)
        .replace('listen 8080;', `listen 127.0.0.1:${port};`),
    start: (file) => ['-c', file, '-g', 'daemon off;'],
    brotli: false,
  },
  {
    program: 'caddy',
    configuration: (base, root, port) =>
      `{\n\tadmin off\n}\n${caddyfile(base).replace(':8080 {', `http://127.0.0.1:${port} {`).replace('root * /srv', `root * ${root}`)}`,
    start: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    brotli: true,
  },
];

for (const server of servers)
  for (const base of ['/', '/archive/', '/档案/'])
    test(`${server.program} serves a site under ${base} as its configuration says`, {
      skip: absent(server.program, 'version'),
    }, async () => {
      const root = await mkdtemp(path.join(tmpdir(), 'jiuwen-server-'));
      await chmod(root, 0o755);
      const site = path.join(root, base);
      const tree = siteIn(site);
      tree.write('index.html', `<p>${'首页'.repeat(1000)}`);
      tree.write('404.html', '<p>没有这一页');
      tree.write('2013/08/开源.html', '<p>文章');
      tree.write('2013/08/开源.md', '# 文章'.repeat(1000));
      tree.write('assets/site-1a2b.css', 'body{}'.repeat(500));
      tree.write('feed.xml', `<feed>${'字'.repeat(1000)}</feed>`);
      tree.write('articles.jsonl.gz', 'gz');
      await precompress(site, () => {});
      const port = await freePort();
      const file = path.join(root, 'server.conf');
      await writeFile(file, server.configuration(base, root, port));
      // Caddy keeps its state at home.
      const child = spawn(server.program, server.start(file), {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, HOME: root },
      });
      try {
        const get = await ready(child, `http://127.0.0.1:${port}${encodeURI(base)}`);
        await expectations(get, base);
        if (server.brotli) {
          const home = await get('', { 'accept-encoding': 'br' });
          assert.equal(home.headers.get('content-encoding'), 'br', 'precompressed files are sent');
        }
      } finally {
        child.kill();
        await rm(root, { recursive: true, force: true });
      }
    });

type Get = (file: string, headers?: Record<string, string>) => Promise<Response>;

async function expectations(get: Get, base: string): Promise<void> {
  const home = await get('', { 'accept-encoding': 'gzip' });
  assert.equal(home.status, 200);
  assert.match(home.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i);
  assert.equal(home.headers.get('content-encoding'), 'gzip');
  assert.match(home.headers.get('vary') ?? '', /accept-encoding/i);
  assert.equal(home.headers.get('cache-control'), ASK_FIRST);
  assert.equal(home.headers.get('content-security-policy'), "frame-ancestors 'none'");
  assert.equal(home.headers.get('x-content-type-options'), 'nosniff');
  assert.match(await home.text(), /^<p>首页/);

  assert.equal((await get('assets/site-1a2b.css')).headers.get('cache-control'), FOREVER);
  assert.equal((await get('2013/08/%E5%BC%80%E6%BA%90')).status, 200, 'a clean URL finds its page');
  assert.equal(
    (await get('2013/08/%E5%BC%80%E6%BA%90.md')).headers.get('content-type'),
    'text/markdown; charset=utf-8',
  );
  const gzipped = { 'accept-encoding': 'gzip' };
  const feed = await get('feed.xml', gzipped);
  assert.equal(feed.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  assert.equal(feed.headers.get('content-encoding'), 'gzip', 'a feed is compressed');
  const source = await get('2013/08/%E5%BC%80%E6%BA%90.md', gzipped);
  assert.equal(source.headers.get('content-encoding'), 'gzip', 'a source text is compressed');

  const data = await get('articles.jsonl.gz');
  assert.equal(data.headers.get('content-encoding'), null, 'a download is not unpacked on the way');
  assert.equal(await data.text(), 'gz');

  const etag = home.headers.get('etag') ?? '';
  assert.equal((await get('', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status, 304);

  const missing = await get('2013/08/none.html');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get('content-security-policy'), "frame-ancestors 'none'");
  assert.equal(missing.headers.get('cache-control'), ASK_FIRST);
  assert.equal(await missing.text(), '<p>没有这一页');

  const moved = await get('rss.xml');
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, `${encodeURI(base)}feed.xml`]);
}

/** Waits until the server answers. @throws with what it said where it ends before */
async function ready(child: ChildProcess, root: string): Promise<Get> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const get: Get = (file, headers) =>
    fetch(root + file, { redirect: 'manual', headers: { 'accept-encoding': 'identity', ...headers } });
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(said);
    const response = await get('').catch(() => null);
    if (response) return get;
    await wait(50);
  }
  throw new Error(`no answer in 5 s: ${said}`);
}
