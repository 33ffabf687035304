import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../bench/random.ts';
import { freePort } from '../e2e/serve.ts';
import { archive, write } from './archive.ts';
import { killAll, start } from './jiuwen.ts';
import type { Kind } from './kind.ts';

/** Words that stand in files beside the site only. */
const SECRET = 'secret-words-beside-the-site';
/** Milliseconds that a server may take to begin, and to answer a request. */
const BEGIN = 60_000;
const ANSWER = 3_000;
/** Answers to an ordinary request that show a living server. */
const ALIVE = /^HTTP\/1\.1 200 /;

/** Paths that lead out of the site, or that no file can have. */
const PATHS = [
  '/%ff',
  '//',
  '///',
  '/\\',
  '/..',
  '/../',
  '/..%2f',
  '/%2e%2e/',
  '/%',
  '/%zz',
  '/%00',
  '/index.html%00.md',
  '/%c0%ae%c0%ae/',
  '//example.org',
  '//example.org/..',
  'http://example.org/',
  'http://',
  'http://[',
  '*',
  '?',
  '#',
  '/?%ff',
  '/'.repeat(5_000),
  `/${'a'.repeat(20_000)}`,
  `/${'%2e%2e%2f'.repeat(500)}`,
  '/index.html/',
  '/index.html/..',
  '/.jiuwen',
  '/assets',
  '/assets/..',
  '/assets%2f..%2f..',
  '/2013/../../',
  '/constructor',
  '/__proto__',
  '/.11ty/reload-client.js',
  '/%EF%BC%8E%EF%BC%8E/',
  '/con',
  '/index.html::$DATA',
  '/ ',
  '/\t',
  '/\x01',
  '/é',
];
/** Ways to a file beside the site. */
const STEPS = ['..', '%2e%2e', '.%2e', '..%00', '%252e%252e', '..;', '%c0%ae%c0%ae', '．．'];
const SLASHES = ['/', '%2f', '%5c', '\\', '//', '%252f'];
const BESIDE = ['dist-private/secret.txt', 'secret.txt', 'content/secret.txt', 'dist.secret', 'etc/passwd'];
const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'X'.repeat(300),
  '',
];

/** Hostile requests to `npm start`: it goes on answering, and shows nothing beside its site. */
export const requests: Kind = {
  name: 'requests',
  async *tries({ random, dir, size }) {
    write(path.join(dir, 'content'), { ...archive(random, 3), 'secret.txt': SECRET });
    write(dir, { 'dist-private/secret.txt': SECRET, 'secret.txt': SECRET, 'dist.secret': SECRET });
    let server = await startServer(dir);
    try {
      for (let left = size === 'small' ? 60 : 400; left > 0; left--) {
        const isFixed = left <= PATHS.length;
        const request = isFixed ? plainRequest(PATHS[left - 1] ?? '/') : hostileRequest(random, server.port);
        const input = path.join(dir, `${left}.txt`);
        const started = performance.now();
        const faults: string[] = [];
        const answer = await send(server.port, request);
        if (answer.includes(SECRET)) faults.push('shows a file beside the site');
        if (/root:x?:0:0/.test(answer)) faults.push('shows a file of the machine');
        if (answer.includes(dir)) faults.push('names a path of the machine');
        const host = /^host: *(\S+)/im.exec(request)?.[1];
        if (host === 'evil.example' && ALIVE.test(answer)) faults.push('answers to the name of another host');
        if (!ALIVE.test(await send(server.port, plainRequest('/index.html', server.port)))) {
          faults.push(
            `the server ended or is silent: ${server.output().trim().split('\n').slice(-3).join(' ')}`,
          );
          killAll(server.child);
          server = await startServer(dir);
        }
        if (faults.length) write(dir, { [`${left}.txt`]: Buffer.from(request, 'latin1') });
        yield {
          input,
          seconds: (performance.now() - started) / 1000,
          memory: null,
          faults: faults.map((fault) => `${JSON.stringify(request.slice(0, 120))}: ${fault}`),
        };
      }
    } finally {
      killAll(server.child);
      await server.ended;
    }
  },
};

/** Starts `npm start` and waits until it answers. @throws where it does not */
async function startServer(dir: string) {
  const port = await freePort();
  const { child, output } = start(dir, ['start', '--port', String(port)]);
  const ended = once(child, 'close');
  for (
    const end = performance.now() + BEGIN;
    performance.now() < end && child.exitCode === null;
    await wait(50)
  )
    if (ALIVE.test(await send(port, plainRequest('/index.html', port))))
      return { child, output, ended, port };
  killAll(child);
  throw new Error(`npm start does not answer:\n${output()}`);
}

const plainRequest = (target: string, port = 0): string =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1${port ? `:${port}` : ''}\r\nConnection: close\r\n\r\n`;

function hostileRequest(random: Random, port: number): string {
  const slash = random.of(SLASHES);
  const climbing = `/${random.below(2) ? `assets${slash}` : ''}${`${random.of(STEPS)}${slash}`.repeat(1 + random.below(6))}${random.of(BESIDE).replaceAll('/', slash)}`;
  const target = random.of([
    climbing,
    climbing,
    random.of(PATHS),
    random.of(PATHS) + random.of(PATHS),
    '/index.html',
  ]);
  const host = random.of([
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    'evil.example',
    '',
    '[::1',
    'a\x01b',
    'x'.repeat(9_000),
  ]);
  const headers = random.of([
    '',
    '',
    'Range: bytes=0-0,1-1,2-2\r\n',
    'Range: bytes=-99999999999999999999\r\n',
    'Range: bytes=9-1\r\n',
    'If-Modified-Since: x\r\n',
    'If-None-Match: "\xff"\r\n',
    'Accept-Encoding: br;q=x,,,\r\n',
    'Content-Length: 5\r\n',
    'Content-Length: -1\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n',
    'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n',
    'Expect: 100-continue\r\n',
    `X: ${'y'.repeat(100_000)}\r\n`,
    'x\r\n'.repeat(3_000),
    'X: 1\r\n'.repeat(3_000),
  ]);
  const whole = `${random.of(METHODS)} ${target} HTTP/${random.of(['1.1', '1.1', '1.0', '9.9', '2.0'])}\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n${random.of(['', '', 'zz\r\n', '0\r\n\r\n'])}`;
  return random.below(6) ? whole : whole.slice(0, random.below(whole.length));
}

/** Sends bytes and waits for the answer, its end or the end of patience; an error is an empty answer. */
async function send(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
    if (answer.length > 1e6) socket.destroy();
  });
  socket.setTimeout(ANSWER, () => socket.destroy());
  socket.on('error', () => {});
  socket.write(request, 'latin1');
  // A request that is cut short ends: the server learns that nothing follows.
  if (!request.includes('\r\n\r\n')) socket.end();
  await once(socket, 'close').catch(() => {});
  return answer;
}
