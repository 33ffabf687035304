import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../bench/random.ts';
import { TERMS, WORDS } from '../bench/words.ts';

/** Settings of an archive without word search, which takes most of the time of a small build. */
export const SETTINGS = 'search: {pagefind: off}\n';

/** Writes files below a folder, with the folders they need. */
export function write(dir: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A paragraph of made-up words. */
export const paragraph = (random: Random): string =>
  Array.from(
    { length: 2 + random.below(4) },
    () =>
      `${random.of(WORDS.role)}${random.of(WORDS.verb)}${random.of(WORDS.noun)}，${random.of(TERMS)}很${random.of(WORDS.adjective)}。`,
  ).join('');

/** A day of an archive, `yyyy-mm-dd`. */
export const day = (random: Random): string =>
  `20${10 + random.below(5)}-0${1 + random.below(9)}-${10 + random.below(18)}`;

/** An ordinary article. */
export const article = (random: Random, title = random.of(WORDS.noun)): string =>
  `---\ntitle: ${title}\nname: 作者${random.below(9)}\ntime: ${day(random)}\ntags: [${random.of(WORDS.noun)}]\n---\n\n${paragraph(random)}\n\n${paragraph(random)}\n`;

/** An archive of ordinary articles that differs from seed to seed. */
export const archive = (random: Random, articles: number): Record<string, string> => ({
  'archive.yml': SETTINGS,
  ...Object.fromEntries(
    Array.from({ length: articles }, (_, at) => [`${at}.md`, article(random, `第 ${at} 篇`)]),
  ),
});
