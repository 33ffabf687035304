import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { siteIn } from '../files/testing.ts';
import { examine, findingLine, firstToBreak, isNear, remedies } from './doctor.ts';
import type { Host } from './host.ts';
import { findHost } from './hosts/index.ts';
import { measureSite } from './measure.ts';
import { writeDeployFiles } from './write-files.ts';

async function inFolder<T>(files: Record<string, string>, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-doctor-'));
  try {
    for (const [file, text] of Object.entries(files)) siteIn(dir).write(file, text);
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
      'over     6 of 4 files (free plan): enough for about 1 articles',
      'ok       3 of 3 files in the fullest folder (every plan), now pagefind/fragment: enough for about 2 articles',
      'TOO MUCH 38 bytes of 10 bytes in all (every plan): enough for about 0 articles',
      'ok       26 bytes of 1 kB in the largest file (every plan), now report.json: enough for about 76 articles',
    ]);
  }));

test('the limit met first is named, and what is near is a reason to tell what helps', () =>
  inFolder(SITE, async (dir) => {
    const site = await measureSite(dir);
    const findings = examine(tiny, site);
    assert.equal(firstToBreak(findings)?.limit.measure, 'bytes');
    assert.deepEqual(
      findings.map((finding) => isNear(finding, site)),
      [true, true, true, false],
    );
    assert.match(remedies(site)[0] ?? '', /pagefind: off .* saves 3 files, 3 bytes/);
    assert.equal(remedies(site).length, 2);
    assert.match(remedies(site).at(-1) ?? '', /a server of your own/);
  }));

test('packs for saving the archive in the browser are among what a site can do without', () =>
  inFolder({ ...SITE, 'offline/index.json': '{}', 'offline/packs/2013-1.zip': 'xyz' }, async (dir) => {
    assert.match(remedies(await measureSite(dir))[1] ?? '', /^offline: false .* saves 2 files, 5 bytes; /);
  }));

test('the sources beside the pages are among what a site can do without', () =>
  inFolder({ ...SITE, '2013/08/1.md': 'abc', 'undated/2.md': 'ab' }, async (dir) => {
    assert.match(remedies(await measureSite(dir))[1] ?? '', /^twins: off .* saves 2 files, 5 bytes; /);
  }));

test('pages that every archive has do not count for its growth, nor do files that are cut into parts', async () => {
  const days = Object.fromEntries(Array.from({ length: 300 }, (_, day) => [`days/${day}.html`, 'day']));
  const files = { ...SITE, ...days, 'articles.jsonl.gz': 'x'.repeat(900) };
  await inFolder(files, async (dir) => {
    const host: Host = {
      name: 'free',
      limits: [
        { measure: 'files', most: 1000, holds: 'free plan', hard: true },
        { measure: 'largestFile', most: 25 * 2 ** 20, holds: 'every plan', hard: true },
      ],
      files: () => [],
    };
    // 307 files, 302 of them there without any article: 2.5 an article.
    assert.deepEqual(examine(host, await measureSite(dir)).map(findingLine), [
      'ok       307 of 1,000 files (free plan): enough for about 280 articles',
      'ok       900 bytes of 25 MiB in the largest file (every plan), now articles.jsonl.gz, but report.json grows: enough for about 2,000,000 articles',
    ]);
  });
});

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
      { root: 'site', path: '_headers', text: 'h' },
      { root: 'project', path: 'Caddyfile', text: 'new' },
    ] as const;
    await assert.rejects(writeDeployFiles(files, places, false), /Caddyfile: already there and different/);
    await assert.rejects(measureSite(places.site), UserError);
    assert.deepEqual(await writeDeployFiles(files, places, true), ['dist/_headers', 'Caddyfile']);
    assert.deepEqual(await writeDeployFiles(files, places, false), ['dist/_headers', 'Caddyfile']);
  }));
