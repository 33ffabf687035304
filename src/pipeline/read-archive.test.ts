import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ArticleCache } from '../cache/articles.ts';
import { Cache } from '../cache/cache.ts';
import { scan } from '../files/scan.ts';
import { createProgress } from '../progress.ts';
import { readSettings } from '../settings.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { readArchive, readKey } from './read-archive.ts';

/** Titles of what came after the first of two articles that share a string of their titles and some tags, among sixty of other matters. */
async function afterFirst(tags: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiuwen-read-'));
  try {
    const contentDir = path.join(folder, 'content');
    mkdirSync(contentDir);
    const write = (name: string, day: string, title: string, text: string, own: readonly string[]): void =>
      writeFileSync(
        path.join(contentDir, `${name}.md`),
        `---\ntitle: ${title}\ndate: ${day}\ntags: [${own.join(', ')}]\n---\n${text}\n`,
      );
    for (let at = 0; at < 60; at++) {
      const own = String.fromCharCode(0x5000 + at * 3, 0x6000 + at * 5, 0x7000 + at * 7);
      const day = new Date(Date.UTC(2010, 0, 1 + at * 20)).toISOString().slice(0, 10);
      const text = `${own}今天又来了，带着${own}的箱子，里面是${own}的东西。`;
      write(`${at}`, day, `${own}的一天`, text, []);
    }
    const bees =
      '蜂场的蜂箱装了称重传感器，蜂群采蜜的日子蜂箱每天重两公斤。\n\n养蜂人说蜂群分蜂之前，蜂箱会先轻下来。';
    const ferry =
      '轮渡公司把码头的售票亭撤了，乘客扫码登船。\n\n老码头的栈桥要修，轮渡停航两周，登船的乘客改走新码头的栈桥。';
    write('bees', '2014-01-01', '蜂场的青禾', `${bees}\n\n青禾记下重量。`, tags);
    write('ferry', '2014-02-01', '轮渡用上青禾', `${ferry}\n\n青禾记下乘客。`, tags);
    const settings = await readSettings(contentDir);
    const { archive } = await readArchive({
      contentDir,
      ...scan(contentDir, settings.ignore),
      settings,
      cache: new ArticleCache(new Cache(path.join(folder, 'articles')), readKey(settings)),
      mediaCache: new Cache(path.join(folder, 'media')),
      studyCache: new Cache(path.join(folder, 'studies')),
      progress: createProgress(),
      memory: new MemoryMeter(),
      workers: 1,
    });
    const first = archive.entries.findIndex(({ title }) => title === '蜂场的青禾');
    return archive.relations.after(first).map((position) => archive.entries[position]?.title ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a tool in common brings two articles together, a company or a system in common does not', async () => {
  assert.deepEqual(await afterFirst(['Docker']), ['轮渡用上青禾']);
  assert.deepEqual(await afterFirst(['微软']), []);
  assert.deepEqual(await afterFirst(['Debian']), []);
});
