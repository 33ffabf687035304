import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../article/read.ts';
import { scan } from '../files/scan.ts';
import { reading } from '../locales/zh-Hans.ts';
import type { ReadResult } from '../types.ts';
import { article, write } from './archive.ts';
import type { Kind } from './kind.ts';
import { damaged, lostHan } from './own-damages.ts';

/** Articles of a round. */
const COUNTS = { small: 60, large: 300 } as const;
const OPTIONS = { timeZone: 'Asia/Shanghai', cleanOff: [], images: 'ask', strings: reading } as const;

/** Articles damaged at random: none of their Han text is missing from the article and from what is told about it. */
export const damages: Kind = {
  name: 'damages',
  async *tries({ random, dir, size, contentDir }) {
    const sources = size === 'small' ? [] : articlesIn(contentDir);
    for (let at = 0; at < COUNTS[size]; at++) {
      const whole =
        sources.length && random.below(5) ? readFileSync(random.of(sources), 'utf8') : article(random);
      const text = damaged(whole, random);
      const started = performance.now();
      const faults = faultsOf(text);
      const input = path.join(dir, `${at}.md`);
      if (faults.length) write(dir, { [`${at}.md`]: text });
      yield { input, seconds: (performance.now() - started) / 1000, memory: null, faults };
    }
  },
};

const articlesIn = (contentDir: string): string[] =>
  scan(contentDir).files.map(({ file }) => path.join(contentDir, file));

function faultsOf(text: string): string[] {
  const lost = lostHan(text, toldOf(readArticle(new TextEncoder().encode(text), 'x.md', OPTIONS)));
  return lost.map((run) => `«${run}» is lost without a line`);
}

/** Everything that a reader or the report is told of an article. */
function toldOf(result: ReadResult): string[] {
  const { article } = result;
  if (!article) return result.problems.map(({ message }) => message);
  const { title, author, tags, id, url, html, data, repairs, problems } = article;
  return [
    title,
    author,
    id ?? '',
    decoded(url ?? ''),
    // Text goes on across tags; what stands in attributes follows.
    html.replaceAll(/<[^>]*>/g, ''),
    decoded(html),
    JSON.stringify([tags, data]),
    ...repairs.map(({ before }) => before),
    ...problems.map(({ message }) => message),
  ];
}

/** Han characters in an address, as they were written. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
