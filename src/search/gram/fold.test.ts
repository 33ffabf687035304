import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, foldWithMap, originalRange } from './fold.ts';
import { TRADITIONAL } from './fold-table.ts';
import { unpackNumbers } from './packed-numbers.ts';

const cases: [what: string, text: string, folded: string][] = [
  ['traditional characters become simplified ones', '臺灣開發', '台湾开发'],
  ['full-width letters and digits become ASCII', 'ＡＩ５．０', 'ai5.0'],
  ['full-width punctuation becomes ASCII', '，：！（）', ',:!()'],
  ['ligatures and circled numbers come apart', 'ﬁ①㎏㈱', 'fi1kg(株)'],
  ['half-width kana with voicing marks become one character', 'ｶﾞｷﾞ', 'ガギ'],
  ['combining marks join their letter', 'cafe\u0301', 'café'],
  ['compatibility jamo join to syllables', 'ㅎㅏㄴ'.normalize('NFC'), 'ㅎㅏㄴ'.normalize('NFKC')],
  ['İ is longer in lower case', 'aİb', 'ai\u0307b'],
  ['both small sigmas are one', 'ΣΑΣ σας', 'σασ σασ'],
  ['every white space is a space', 'a\tb\u3000c\u00a0d\ne', 'a b c d e'],
  ['invisible characters vanish', '微\u200b信\ufeff支\u00ad付\u2060', '微信支付'],
  ['variation selectors vanish', '❤\ufe0f', '❤'],
  ['a blank between Han and Latin says nothing', 'Linux 内核 5 个 c++ 語言', 'linux内核5个c++语言'],
  ['blanks in a row are one, other blanks stay', 'a  b\u3000 中 \u3000文 ，a', 'a b中 文 ,a'],
  ['a hyphen beside a letter says nothing', 'Wi-Fi utf-8 a–b 3-D', 'wifi utf8 ab 3d'],
  ['other hyphens stay', '2013-08-01 -l a--b a - b，中-a', '2013-08-01 -l a--b a - b,中-a'],
  ['dashes, apostrophes and quotation marks are one each', '—‐− ’‘ “”', '--- \'\' ""'],
  ['characters that are half simplified are simplified', '瞭解藉此', '了解借此'],
  ['characters beyond the BMP stay', '𠮷野🚀', '𠮷野🚀'],
  ['lone surrogates stay', 'a\ud800b\udc00', 'a\ud800b\udc00'],
];

for (const [what, text, folded] of cases)
  test(what, () => {
    assert.equal(fold(text), folded);
    assert.equal(foldWithMap(text).text, folded);
  });

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '萬',
        'A',
        'e\u0301',
        '\u0301',
        'ﬁ',
        '\ud800',
        '\udc00',
        '\u200b',
        'ㅎ',
        'ㅏ',
        'İ',
        '，',
        '𠮷',
        'ｶ',
        'ﾞ',
        ' ',
        '-',
        'b',
      ),
    )
    .map((list) => list.join('')),
);

test('with and without the map the folded text is the same, and folding it again changes nothing', () => {
  fc.assert(
    fc.property(anything, (text) => {
      assert.equal(foldWithMap(text).text, fold(text));
    }),
    { numRuns: 2000 },
  );
  let code = 0;
  for (const distance of unpackNumbers(TRADITIONAL)) {
    code += distance;
    const char = String.fromCodePoint(code);
    assert.notEqual(fold(char), char);
    assert.equal(fold(fold(char)), fold(char));
  }
});

test('every folded stretch maps back to a stretch of the original that folds to at least it', () => {
  fc.assert(
    fc.property(anything, fc.nat(), fc.nat(), (text, a, b) => {
      const folded = foldWithMap(text);
      const from = a % (folded.text.length + 1);
      const to = from + (b % (folded.text.length - from + 1));
      const [start, end] = originalRange(folded, from, to);
      assert.ok(0 <= start && start <= end && end <= text.length);
      if (to > from) assert.ok(fold(text.slice(start, end)).includes(folded.text.slice(from, to)));
    }),
    { numRuns: 2000 },
  );
});

test('the parts of a text cut at a plain character fold to the parts of the folded text', () => {
  fc.assert(
    fc.property(anything, anything, (a, b) => {
      assert.equal(fold(`${a}。中${b}`).startsWith(fold(a)), true);
      assert.ok(fold(`${a}中x${b}`).includes('中'));
    }),
  );
});
