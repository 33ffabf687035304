import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleContext } from './testing/sample.ts';
import { webManifest } from './web-manifest.ts';

/** Width and height of a PNG, from its first chunk. */
const size = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

async function made(context: Parameters<typeof webManifest.files>[0]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { path, chunks } of webManifest.files(context)) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks()) pieces.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    files.set(path, Buffer.concat(pieces));
  }
  return files;
}

test('the manifest names icons that are there and as large as it says, and nothing outside the archive', async () => {
  const files = await made(
    sampleContext({ title: '一份名字很长很长的样本档案', origin: 'https://example.org/a/' }),
  );
  const manifest = JSON.parse(files.get('site.webmanifest')?.toString() ?? '');
  assert.equal(manifest.name, '一份名字很长很长的样本档案');
  assert.equal([...manifest.short_name].length, 12);
  const root = 'https://example.org/a/';
  for (const address of [manifest.start_url, manifest.scope])
    assert.ok(new URL(address, `${root}site.webmanifest`).href.startsWith(root));
  for (const { src, sizes, type } of manifest.icons) {
    const bytes = files.get(src);
    assert.ok(bytes, src);
    if (type === 'image/png') assert.equal(size(bytes), sizes);
  }
  assert.ok(manifest.icons.some(({ purpose }: { purpose: string }) => purpose === 'maskable'));
});

test('a site that is not to be kept offline has none', async () => {
  assert.equal((await made(sampleContext({ offline: false }))).size, 0);
});
