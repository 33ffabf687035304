import type { PackReader } from '../cache/article-pack.ts';
import type { Entry } from '../types.ts';

/** A picture of another host that an article shows. */
export interface RemotePicture {
  address: string;
  /** The article's file that names it first. */
  file: string;
  /** The article's day, or null: nearest to it a copy is looked for. */
  date: string | null;
}

/** A picture in an article's HTML, with its number and its address on the net. */
const PICTURE =
  /<(?:img|a) data-ref="(\d+)"(?=[^>]* (?:class="image"|alt="))[^>]*? (?:href|src|data-src)="(https?:[^"]*)"/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&#x26;': '&',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

/** The pictures of other hosts that the folder does not have, each once, in the order of the articles. */
export function remotePictures(entries: readonly Entry[], articles: PackReader): RemotePicture[] {
  const found = new Map<string, RemotePicture>();
  for (const { at, file, time, references } of entries) {
    const here = new Set(references.flatMap(({ n, media }) => (media ? [n] : [])));
    for (const [, number, written = ''] of articles.page(at).html.matchAll(PICTURE)) {
      const address = written.replace(/&(?:#x26|amp|lt|gt);/g, (sign) => REFERENCES[sign] ?? sign);
      if (here.has(Number(number)) || found.has(address)) continue;
      found.set(address, { address, file, date: time?.date ?? null });
    }
  }
  return [...found.values()];
}
