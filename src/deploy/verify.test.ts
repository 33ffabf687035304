import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { UserError } from '../errors.ts';
import { siteIn } from '../files/testing.ts';
import { staticFiles } from '../site/static-files.ts';
import { siteReader } from './site-reader.ts';
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
