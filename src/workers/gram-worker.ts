import { writePart } from '../cache/part-file.ts';
import { PackReader } from '../cache/store.ts';
import { Inverter } from '../search/gram/invert.ts';
import type { Location } from '../types.ts';
import { type Peak, peak } from './memory.ts';

/** What the index keeps of an article, and where its text lies. */
export interface GramArticle {
  path: string;
  title: string;
  author: string;
  /** `yyyy-mm-dd`, or ''. */
  date: string;
  tags: string[];
  at: Location;
}

/** One part of the gram index: a stretch of the archive, oldest first. */
export interface GramTask {
  articles: GramArticle[];
  /** The file the part goes to. */
  file: string;
}

/** Inverts the text of one part. */
export default async function invert({
  articles,
  file,
}: GramTask): Promise<{ articles: number; peak: Peak }> {
  using store = new PackReader();
  const inverter = new Inverter();
  for (const { at, ...document } of articles) inverter.add({ ...document, passages: store.passages(at) });
  writePart(file, inverter.part());
  return { articles: articles.length, peak: peak() };
}
