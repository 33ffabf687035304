import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { clean } from './index.ts';
import { plain } from './tree.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const nothing = { lineBreaks: 'auto' as const, off: [], title: '' };

const SYLLABLES = [
  ...'小镇网吧邮局周末门口自行车老板娘柜台显示器开机屏幕宽带学校早餐招牌网线春天河边书店电影院汽水铁路',
];

/** No character stands twice in a sentence, so that no part of one is found in another by chance. */
const sentence = fc
  .tuple(fc.shuffledSubarray(SYLLABLES, { minLength: 20, maxLength: 40 }), fc.constantFrom('。', '！', '？'))
  .map(([syllables, end]) => `${syllables.join('')}${end}`);

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(''));

const heading = fc
  .shuffledSubarray(SYLLABLES, { minLength: 6, maxLength: 14 })
  .map((syllables) => syllables.join(''));

/** An article, and how a scraper damaged it. */
const damaged = fc.record({
  paragraphs: fc.uniqueArray(paragraph, { minLength: 3, maxLength: 12 }),
  headings: fc.uniqueArray(heading, { minLength: 0, maxLength: 3 }),
  /** The blob begins at this paragraph, stands before this one, and ends after this share of its text. */
  from: fc.nat({ max: 3 }),
  place: fc.nat({ max: 12 }),
  kept: fc.constantFrom(1, 1, 1, 0.8),
  separator: fc.constantFrom(' ', '', '\n', ' ?', '\u3000\u3000', '\u200b'),
  indent: fc.constantFrom('', '\u3000\u3000', '?', '&amp;nbsp;&amp;nbsp;', '\ufeff'),
  repeated: fc.option(fc.nat({ max: 11 }), { nil: undefined }),
});

type Damaged = typeof damaged extends fc.Arbitrary<infer T> ? T : never;

function write({ paragraphs, headings, from, place, kept, separator, indent, repeated }: Damaged): string {
  const run: string[] = [];
  const spread = Math.ceil((paragraphs.length - from) / (headings.length + 1));
  paragraphs.slice(from).forEach((text, at) => {
    const title = at > 0 && at % spread === 0 ? headings[at / spread - 1] : undefined;
    run.push(...(title ? [title] : []), text);
  });
  const blob = run.join(separator);
  const blocks = paragraphs.map((text) => indent + text);
  blocks.splice(place, 0, blob.slice(0, Math.ceil(blob.length * kept)));
  if (repeated !== undefined) blocks.push(blocks[repeated] ?? '');
  return blocks.join('\n\n');
}

/** The words of a text: runs of letters and digits as they stand between blanks and marks. */
function words(tree: Root): string[] {
  return tree.children.flatMap((block) => plain(block).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Every pair of neighbouring characters in a word, and every word of one character. */
function pairs(all: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of all) {
    const chars = [...word];
    if (chars.length === 1) found.add(word);
    for (let at = 1; at < chars.length; at++) found.add(`${chars[at - 1]}${chars[at]}`);
  }
  return found;
}

/** The article's text in one string, by which «stands somewhere» is decided. */
function letters(tree: Root): string {
  return words(tree).join('');
}

test('no word of a damaged article is lost', () => {
  fc.assert(
    fc.property(damaged, (article) => {
      const source = write(article);
      // What the other rules do to characters is not the question here: both sides go through them.
      const offBlocks = ['whole-article-blob', 'repeated-paragraph'];
      const before = parser.parse(source);
      clean(before, { lineBreaks: 'auto', off: offBlocks, title: '' });
      const after = parser.parse(source);
      clean(after, nothing);
      const left = letters(after);
      for (const word of words(before)) {
        // Joined without a blank, a blob makes one word of two paragraphs' last and first: each pair must stand all the same,
        // but for those at the seams.
        if (left.includes(word)) continue;
        const known = pairs([left]);
        const seams = [...pairs([word])].filter((pair) => !known.has(pair));
        assert.ok(
          article.separator === '' && seams.length <= article.paragraphs.length + article.headings.length,
          `lost: ${word}`,
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('every heading that stands only in the blob comes back once', () => {
  fc.assert(
    fc.property(damaged, fc.constantFrom(' ', '\n', ' ?'), (article, separator) => {
      const source = write({ ...article, separator, kept: 1, from: 0, indent: '' });
      const tree = parser.parse(source);
      const repairs = clean(tree, nothing);
      const text = tree.children.map(plain);
      for (const title of article.headings) {
        if (!source.includes(title)) continue;
        if (!repairs.some(({ rule }) => rule === 'whole-article-blob')) continue;
        if (article.paragraphs.some((one) => one.includes(title))) continue;
        assert.equal(text.filter((one) => one === title).length, 1, title);
      }
      for (const one of article.paragraphs) assert.ok(text.join('\n').includes(one.slice(0, 12)));
    }),
    { numRuns: 300 },
  );
});

const SIDE_BY_SIDE: Damaged = {
  paragraphs: [
    '餐厅里坐着一些不说话的人，灯还亮着。',
    '春天的站台上没有人，只有一张长椅。',
    '铁门后面是一间放满磁带的屋子。',
    '网线从窗口伸出去，绕过水管，进了隔壁的办公室，那里的人整天抄写报表，从来没有问过这根线是做什么用的。电话一响，大家就停下来，等它响完，再接着写。',
  ],
  headings: [],
  from: 3,
  place: 0,
  kept: 1,
  separator: ' ',
  indent: '',
  repeated: 3,
};

test('cleaning a second time changes nothing', () => {
  fc.assert(
    fc.property(damaged, (article) => {
      const tree = parser.parse(write(article));
      clean(tree, nothing);
      const once = structuredClone(tree);
      assert.deepEqual(clean(tree, nothing), []);
      assert.deepEqual(tree, once);
    }),
    // A copy stands beside its original only after another copy has gone.
    { numRuns: 300, examples: [[SIDE_BY_SIDE]] },
  );
});

test('an undamaged article is left as it is', () => {
  const block = fc.oneof(
    paragraph,
    heading.map((text) => `## ${text}`),
    paragraph.map((text) => `> ${text}`),
    fc
      .array(heading, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    heading.map((text) => `\`\`\`\n${text}\n\`\`\``),
    fc.constantFrom(
      '![图](https://example.com/a.png)',
      'Plain English words, on one line.',
      'x < 5 & y > 3',
      '**粗**体',
    ),
  );
  fc.assert(
    fc.property(fc.uniqueArray(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      const tree = parser.parse(blocks.join('\n\n'));
      const before = structuredClone(tree);
      assert.deepEqual(clean(tree, nothing), []);
      assert.deepEqual(tree, before);
    }),
    { numRuns: 300 },
  );
});

test('any text at all is cleaned to the end, twice with the same result', () => {
  const piece = fc.constantFrom(
    ...[
      '汉字',
      '，',
      '。',
      '\n',
      '\n\n',
      '    ',
      '\u3000\u3000',
      '\u00a0',
      '?',
      '？',
      '\ufffd',
      '\u200b',
      '\u200d',
      '\u202e',
      '\x08',
      '\x85',
    ],
    ...[
      '&amp;nbsp;',
      '&amp;amp;',
      '&amp;#8203;',
      '&amp;#147;',
      '&nbsp',
      'word',
      '`',
      '*',
      '**',
      '[',
      '](',
      ')',
      '![]()',
      '<img src="">',
    ],
    ...[
      '<img data-src=x>',
      '> ',
      '- ',
      '1. ',
      '# ',
      '|',
      '---',
      '\\',
      '。\n',
      '👨‍👩‍👧',
      '重复的一段话重复的一段话',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 }),
      (pieces) => {
        const tree = parser.parse(pieces.join(''));
        const repairs = clean(tree, nothing);
        for (const { line, before, after } of repairs) {
          assert.ok(line >= 1 && before !== after && before.length <= 160 && after.length <= 160);
        }
        const once = structuredClone(tree);
        assert.deepEqual(clean(tree, nothing), []);
        assert.deepEqual(tree, once);
      },
    ),
    { numRuns: 500 },
  );
});
