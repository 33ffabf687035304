import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../article/read.ts';
import { damaged, lostHan } from '../article/testing/damages.ts';
import { scan } from '../files/scan.ts';
import { reading } from '../locales/zh-Hans.ts';
import { article, write } from './archive.ts';
import type { Kind } from './kind.ts';

/** Articles of a round. */
const COUNTS = { small: 60, large: 300 } as const;
const OPTIONS = {
  lineBreaks: 'auto',
  timeZone: 'Asia/Shanghai',
  cleanOff: [],
  images: 'ask',
  strings: reading,
} as const;

/** Articles damaged at random: none of their Han text is missing from the article and from what is told about it. */
export const damages: Kind = {
  name: 'damages',
  async *tries({ random, dir, size, contentDir }) {
    const sources = size === 'small' ? [] : articlesIn(contentDir);
    for (let at = 0; at < COUNTS[size]; at++) {
      const whole =
        sources.length && random.below(5) ? readFileSync(random.of(sources), 'utf8') : article(random);
      const { name, text } = damaged(whole, random.next, 1 + random.below(4));
      const started = performance.now();
      const faults = faultsOf(text).map((fault) => `${name}: ${fault}`);
      const input = path.join(dir, `${at}.md`);
      if (faults.length) write(dir, { [`${at}.md`]: text });
      yield { input, seconds: (performance.now() - started) / 1000, memory: null, faults };
    }
  },
};

const articlesIn = (contentDir: string): string[] =>
  scan(contentDir).files.map(({ file }) => path.join(contentDir, file));

function faultsOf(text: string): string[] {
  const lost = lostHan(readArticle(new TextEncoder().encode(text), 'x.md', OPTIONS), text);
  return lost ? [`«${lost}» is lost without a line`] : [];
}
