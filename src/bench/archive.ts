import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { scan } from '../files/scan.ts';
import { SETTINGS_FILE } from '../settings.ts';
import { type BenchArticle, benchArticle } from './article.ts';
import { writeBelow } from './peers/peer.ts';

/** An archive on disk, to be measured with: made up, or the copy of a folder. */
export interface BenchArchive {
  dir: string;
  /** Its articles, relative to the directory; of a made-up one oldest first. */
  files: string[];
  bytes: number;
  /** UTF-16 code units of all files. */
  characters: number;
  /** Articles with the seed's damage; null where nobody counted. */
  damaged: number | null;
}

/** Word search is measured apart, and feeds need an address. */
const SETTINGS = 'title: 测量用档案\norigin: https://example.org/archive/\nsearch: {pagefind: off}\n';

/** Writes an archive of some size below a directory. Same size, same bytes. */
export function writeArchive(dir: string, articles: number): BenchArchive {
  const archive = { dir, files: [] as string[], bytes: 0, characters: 0, damaged: 0 };
  for (let number = 0; number < articles; number++) {
    const { file, text, damaged } = writeArticle(dir, number, articles);
    archive.files.push(file);
    archive.bytes += Buffer.byteLength(text);
    archive.characters += text.length;
    archive.damaged += Number(damaged);
  }
  writeFileSync(path.join(dir, SETTINGS_FILE), SETTINGS);
  return archive;
}

/**
 * Copies a folder of real articles, with settings of the benchmark.
 * @throws {UserError} where it has none
 */
export function copyArchive(from: string, dir: string): BenchArchive {
  cpSync(from, dir, { recursive: true });
  writeFileSync(path.join(dir, SETTINGS_FILE), SETTINGS);
  const files = scan(dir).files.map(({ file }) => file);
  if (files.length === 0)
    throw new UserError(`${from}: Unexpected folder without articles, expected Markdown files`);
  const texts = files.map((file) => readFileSync(path.join(dir, file)));
  return {
    dir,
    files,
    bytes: texts.reduce((sum, { length }) => sum + length, 0),
    characters: texts.reduce((sum, bytes) => sum + bytes.toString().length, 0),
    damaged: null,
  };
}

function writeArticle(dir: string, number: number, total: number): BenchArticle {
  const article = benchArticle(number, total);
  writeBelow(dir, article.file, article.text);
  return article;
}

/** Adds an article newer than all others. */
export function addArticle({ dir, files }: BenchArchive): void {
  writeArticle(dir, files.length, files.length + 1);
}

/** Adds a sentence to the end of an article. */
export function editArticle({ dir, files }: BenchArchive, number: number): void {
  const file = path.join(dir, files.at(number) ?? '');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n第 ${number} 篇在测量时多了这一句。\n`);
}

/** Switches word search on. */
export function enablePagefind({ dir }: BenchArchive): void {
  const file = path.join(dir, SETTINGS_FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('pagefind: off', 'pagefind: auto'));
}
