import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS_FILE } from '../settings.ts';
import { benchArticle } from './article.ts';

/** A made-up archive on disk. */
export interface BenchArchive {
  dir: string;
  articles: number;
  bytes: number;
  /** UTF-16 code units of all files. */
  characters: number;
  damaged: number;
}

/** Word search is measured apart, and feeds need an address. */
const SETTINGS = 'title: 测量用档案\norigin: https://example.org/archive/\nsearch: {pagefind: off}\n';

/** Writes an archive of some size below a directory. Same size, same bytes. */
export function writeArchive(dir: string, articles: number): BenchArchive {
  const archive: BenchArchive = { dir, articles, bytes: 0, characters: 0, damaged: 0 };
  const folders = new Set<string>();
  for (let number = 0; number < articles; number++) {
    const { file, text, damaged } = benchArticle(number, articles);
    const target = path.join(dir, file);
    const folder = path.dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, text);
    archive.bytes += Buffer.byteLength(text);
    archive.characters += text.length;
    if (damaged) archive.damaged += 1;
  }
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, SETTINGS_FILE), SETTINGS);
  return archive;
}

/** Adds an article newer than all others. */
export function addArticle({ dir, articles }: BenchArchive): void {
  const { file, text } = benchArticle(articles, articles + 1);
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
}

/** Adds a sentence to the end of an article. */
export function editArticle({ dir, articles }: BenchArchive, number: number): void {
  const file = path.join(dir, benchArticle(number, articles).file);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n第 ${number} 篇在测量时多了这一句。\n`);
}

/** Switches word search on. */
export function enablePagefind({ dir }: BenchArchive): void {
  const file = path.join(dir, SETTINGS_FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('pagefind: off', 'pagefind: on'));
}
