import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { articlePath } from '../archive/paths.ts';
import { readArticle } from '../article/read.ts';
import type { ByteSource, IndexDocument } from '../search/gram/types.ts';

/** Opens a file that is read piece by piece. */
export function fileSource(file: string, size: number): ByteSource & { close(): void } {
  const handle = openSync(file, 'r');
  return {
    size,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      readSync(handle, bytes, 0, bytes.length, from);
      return bytes;
    },
    close: () => closeSync(handle),
  };
}

/** Reads all articles once and keeps them in one file, so that every later pass streams. */
export async function storeArticles(content: string, file: string) {
  const handle = openSync(file, 'w');
  const rows: { epoch: number; path: string; from: number; to: number }[] = [];
  let at = 0;
  for (const name of (await readdir(content, { recursive: true }))
    .filter((one) => one.endsWith('.md'))
    .sort()) {
    const bytes = await readFile(path.join(content, name));
    const { article } = readArticle(bytes, name.split(path.sep).join('/'), {
      timeZone: 'Asia/Shanghai',
      cleanOff: [],
      images: 'ask',
    });
    if (!article) continue;
    const { title, author, tags, passages, time } = article;
    const document: IndexDocument = {
      path: articlePath(article),
      title,
      author,
      date: time?.date ?? '',
      tags,
      passages,
    };
    const line = Buffer.from(JSON.stringify(document));
    writeSync(handle, line);
    rows.push({
      epoch: time?.epoch ?? Number.NEGATIVE_INFINITY,
      path: document.path,
      from: at,
      to: at + line.length,
    });
    at += line.length;
  }
  closeSync(handle);
  rows.sort((a, b) => (a.epoch === b.epoch ? (a.path < b.path ? -1 : 1) : a.epoch - b.epoch));
  return { rows, source: fileSource(file, at) };
}
