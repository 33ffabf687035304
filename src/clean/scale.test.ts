import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Html, Paragraph, Root, RootContent } from 'mdast';
import { clean } from './index.ts';

/** Generous for slow machines: these take well under two seconds, and hours where a rule goes by the square. */
const LIMIT_MS = 10_000;

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const html = (value: string): Html => ({ type: 'html', value });
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Twenty-four Han characters that depend on a number. */
const han = (at: number): string =>
  String.fromCodePoint(...many(24, (k) => 0x4e00 + ((at * 7919 + k * 104_729) % 20_000)));

const SIZE = 5_000_000;
const long = many(SIZE / 25, (at) => `${han(at)}。`);

const articles: Record<string, () => RootContent[]> = {
  'one paragraph of five million characters': () => [paragraph(long.join(''))],
  'fifty thousand short paragraphs': () => many(50_000, (at) => paragraph(`${han(at)}。`)),
  'a blob of fifty thousand paragraphs': () => [
    paragraph(long.slice(0, 50_000).join(' ')),
    ...long.slice(0, 50_000).map(paragraph),
  ],
  'a blob with twenty thousand headings': () => [
    paragraph(
      long
        .slice(0, 20_000)
        .map((text, at) => `小标题第${at}号 ${text}${text}`)
        .join(' '),
    ),
    ...long.slice(0, 20_000).map((text) => paragraph(text + text)),
  ],
  'fifty thousand paragraphs with one beginning': () =>
    many(50_000, (at) => paragraph(`${han(1)}${han(at)}。`)),
  'fifty thousand equal paragraphs': () => many(50_000, () => paragraph(`${han(1)}${han(2)}。`)),
  'twenty thousand blobs': () =>
    many(20_000, (at) => [han(3 * at) + han(3 * at + 1), han(3 * at), han(3 * at + 1)])
      .flat()
      .map(paragraph),
  'one character five million times': () => [paragraph('汉'.repeat(SIZE)), paragraph('汉'.repeat(50))],
  'five million blanks': () => [paragraph(`头${' '.repeat(SIZE)}尾\n${'\u3000'.repeat(SIZE)}`)],
  'a million line ends': () => [paragraph('汉\n'.repeat(1_000_000))],
  'a million references': () => [paragraph('&amp;'.repeat(1_000_000)), paragraph('&nbsp;'.repeat(500_000))],
  'a million joiners and lost characters': () => [paragraph('\u200d\ufffd字'.repeat(1_000_000))],
  'a million open tags': () => [
    html('<img '.repeat(1_000_000)),
    html('<img a='.repeat(500_000)),
    html(`<img ${'a="'.repeat(500_000)}>`),
  ],
  'emphasis a thousand deep': () => {
    let node: Paragraph['children'][number] = { type: 'text', value: '?深' };
    for (let depth = 0; depth < 1_000; depth++) node = { type: 'emphasis', children: [node] };
    return many(100, () => ({ type: 'paragraph', children: [structuredClone(node)] }));
  },
};

for (const [name, make] of Object.entries(articles)) {
  test(`${name}: cleaned in time that grows with the length only`, () => {
    const tree: Root = { type: 'root', children: make() };
    const start = performance.now();
    clean(tree, { lineBreaks: 'auto' as const, off: [], title: '旧闻' });
    const spent = performance.now() - start;
    assert.ok(spent < LIMIT_MS, `${Math.round(spent)} ms`);
  });
}

test('each of a thousand blobs gives way to its paragraphs', () => {
  const blobs = many(1_000, (at) => [han(3 * at) + han(3 * at + 1), han(3 * at), han(3 * at + 1)]);
  const tree: Root = { type: 'root', children: blobs.flat().map(paragraph) };
  clean(tree, { lineBreaks: 'auto' as const, off: [], title: '' });
  assert.equal(tree.children.length, 2_000);
});
