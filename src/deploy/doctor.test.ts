import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { writeOutput } from '../exporters/run.ts';
import { examine, findingLine, remedies } from './doctor.ts';
import { findHost } from './find-host.ts';
import type { Host } from './host.ts';
import { measureSite } from './measure.ts';
import { writeDeployFiles } from './write-files.ts';

async function inFolder<T>(files: Record<string, string>, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-doctor-'));
  try {
    for (const [file, text] of Object.entries(files))
      await writeOutput(dir, { path: file, chunks: () => [text] });
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

const SITE = {
  'report.json': '{"summary":{"articles":2}}',
  '2013/08/1.html': 'abc',
  '2013/08/2.html': 'abcdef',
  'pagefind/fragment/a.pf_fragment': 'x',
  'pagefind/fragment/b.pf_fragment': 'x',
  'pagefind/fragment/c.pf_fragment': 'x',
};

const tiny: Host = {
  name: 'tiny',
  limits: [
    { measure: 'files', most: 4, holds: 'free plan', hard: false },
    { measure: 'filesPerFolder', most: 3, holds: 'every plan', hard: true },
    { measure: 'bytes', most: 10, holds: 'every plan', hard: true },
    { measure: 'largestFile', most: 1000, holds: 'every plan', hard: true },
  ],
  files: () => [],
};

test('a site is counted by files, bytes, largest file, fullest folder and part', () =>
  inFolder(SITE, async (dir) => {
    const site = await measureSite(dir);
    assert.deepEqual([site.articles, site.files, site.bytes], [2, 6, 38]);
    assert.deepEqual(site.largestFile, { path: 'report.json', bytes: 26 });
    assert.deepEqual(site.fullestFolder, { path: 'pagefind/fragment', files: 3 });
    assert.deepEqual(site.shares.get('articles'), { files: 2, bytes: 9 });
  }));

test('each limit is compared, with the number of articles at which it is met', () =>
  inFolder(SITE, async (dir) => {
    const site = await measureSite(dir);
    assert.deepEqual(examine(tiny, site).map(findingLine), [
      'over     6 of 4 files, free plan; reached at about 1 articles',
      'ok       3 of 3 files in one folder (pagefind/fragment), every plan; reached at about 2 articles',
      'TOO MUCH 38 of 10 bytes, every plan; reached at about 0 articles',
      'ok       26 of 1,000 bytes in the largest file (report.json), every plan; reached at about 76 articles',
    ]);
    assert.match(remedies(site)[0] ?? '', /pagefind: off .* saves 3 files and 3 bytes/);
  }));

test('a folder without a site is refused', () =>
  inFolder({ 'a.txt': '' }, async (dir) => {
    await assert.rejects(measureSite(dir), UserError);
  }));

test('an unknown host is answered with the names there are', () => {
  assert.throws(
    () => findHost('geocities'),
    /github-pages, cloudflare, netlify, vercel, nginx, caddy, docker/,
  );
});

test('a file that a person changed is not replaced without being told so, and nothing else is written', () =>
  inFolder({ Caddyfile: 'mine' }, async (dir) => {
    const places = { project: dir, site: path.join(dir, 'dist') };
    const files = [
      { place: 'site', path: '_headers', text: 'h' },
      { place: 'project', path: 'Caddyfile', text: 'new' },
    ] as const;
    await assert.rejects(writeDeployFiles(files, places, false), /Caddyfile: already there and different/);
    await assert.rejects(measureSite(places.site), UserError);
    assert.deepEqual(await writeDeployFiles(files, places, true), ['dist/_headers', 'Caddyfile']);
    assert.deepEqual(await writeDeployFiles(files, places, false), ['dist/_headers', 'Caddyfile']);
  }));
