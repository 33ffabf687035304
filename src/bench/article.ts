import { type Part, withMarkdown } from './markdown.ts';
import { Random } from './random.ts';
import { heading, paragraph, title } from './sentences.ts';
import { PEOPLE } from './words.ts';

/** Articles of every hundred with the seed's damage. */
export const DAMAGED_PERCENT = 40;

/** The archive reaches from the first day of 2012 to the last of June 2026. */
const FIRST = Date.UTC(2012, 0, 1);
const LAST = Date.UTC(2026, 5, 30);

/** Paragraphs an article; with their sentences they come to the mean size of the archive this project began with. */
const PARAGRAPHS = { median: 7.25, sigma: 0.6 };
const SENTENCES = { median: 3.6, sigma: 0.45 };

/** A made-up article file. */
export interface BenchArticle {
  /** Relative to the content directory: `2013/08/18089.md`. */
  file: string;
  text: string;
  damaged: boolean;
}

/**
 * Makes one of an archive's articles, oldest first: front matter and text in the form of the seed article.
 * @param number from 0
 * @param total number of articles in the archive: they lie evenly between its first and its last day
 */
export function benchArticle(number: number, total: number): BenchArticle {
  const random = new Random(Math.imul(number + 1, 0x9e3779b1));
  const moment = new Date(FIRST + ((number + random.next()) / total) * (LAST - FIRST)).toISOString();
  const id = 10_000 + number;
  const damaged = random.below(100) < DAMAGED_PERCENT;
  const front = [
    '---',
    'layout: post',
    `url: https://example.org/article/${id}`,
    `name: ${random.early(PEOPLE)}`,
    `time: ${moment.slice(0, 10)} ${moment.slice(11, 16)}`,
    `title: ${title(random)}`,
    '---',
  ];
  const count = Math.min(
    60,
    Math.max(damaged ? 4 : 1, Math.round(random.lognormal(PARAGRAPHS.median, PARAGRAPHS.sigma))),
  );
  const paragraphs = Array.from({ length: count }, () =>
    paragraph(random, Math.max(1, Math.round(random.lognormal(SENTENCES.median, SENTENCES.sigma)))),
  );
  const clean = withMarkdown(random, paragraphs, number);
  const parts = damaged ? damage(clean, random) : clean;
  const blocks = parts.flatMap(({ text, blocks }) => [text, ...blocks]);
  return {
    file: `${moment.slice(0, 4)}/${moment.slice(5, 7)}/${id}.md`,
    text: `${front.join('\n')}\n${blocks.join('\n\n')}\n`,
    damaged,
  };
}

/**
 * The seed's accident: after the first paragraph, all the others once more as one, with two headings that stand nowhere else;
 * and a question mark that was once a bullet or a space before one paragraph.
 */
function damage(parts: readonly Part[], random: Random): Part[] {
  const [first = { text: '', blocks: [] }, ...rest] = parts;
  const at = random.below(rest.length);
  const marked = rest.map((part, number) => (number === at ? { ...part, text: `?${part.text}` } : part));
  const before = new Set([1, 1 + Math.ceil((marked.length - 1) / 2)]);
  const blob = marked.flatMap(({ text }, number) => (before.has(number) ? [heading(random), text] : [text]));
  // What repeats stands right beside what it repeats, as in the seed; what else the article holds comes after.
  const bare = [first, { text: blob.join(' '), blocks: [] }, ...marked].map(({ text }) => ({
    text,
    blocks: [],
  }));
  return [
    ...bare.slice(0, -1),
    { text: bare.at(-1)?.text ?? '', blocks: parts.flatMap(({ blocks }) => blocks) },
  ];
}
