import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS_FILE } from '../settings.ts';
import { type BenchArticle, benchArticle } from './article.ts';
import { writeBelow } from './peers/peer.ts';

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
  for (let number = 0; number < articles; number++) {
    const { text, damaged } = writeArticle(dir, number, articles);
    archive.bytes += Buffer.byteLength(text);
    archive.characters += text.length;
    archive.damaged += Number(damaged);
  }
  writeFileSync(path.join(dir, SETTINGS_FILE), SETTINGS);
  return archive;
}

function writeArticle(dir: string, number: number, total: number): BenchArticle {
  const article = benchArticle(number, total);
  writeBelow(dir, article.file, article.text);
  return article;
}

/** Adds an article newer than all others. */
export function addArticle({ dir, articles }: BenchArchive): void {
  writeArticle(dir, articles, articles + 1);
}

/** Adds a sentence to the end of an article. */
export function editArticle({ dir, articles }: BenchArchive, number: number): void {
  const file = path.join(dir, benchArticle(number, articles).file);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n第 ${number} 篇在测量时多了这一句。\n`);
}

/** Switches word search on. */
export function enablePagefind({ dir }: BenchArchive): void {
  const file = path.join(dir, SETTINGS_FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('pagefind: off', 'pagefind: auto'));
}
