import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phrasesOf } from './phrases.ts';

/** Positions in a text where a line may end. */
const endsOf = (text: string): string => phrasesOf(text).join('｜');

test('a title is cut between words and never inside one, also where the dictionary does not know it', () => {
  assert.equal(endsOf('每个人必备的终端程序'), '每个人｜必备的｜终端｜程序');
  assert.equal(endsOf('黑客利用客户端攻击内核'), '黑客｜利用｜客户端｜攻击｜内核');
});

test('a preposition stays with what it leads to, a particle with what it ends', () => {
  assert.equal(endsOf('如何在树莓派上使用图片特效'), '如何｜在树莓派上｜使用｜图片｜特效');
  assert.equal(endsOf('没有了'), '没有了');
});

test('a line may end where Latin and Han touch, not inside a number with its unit', () => {
  assert.equal(endsOf('在Linux中管理22个磁盘'), '在｜Linux｜中管理22个磁盘');
});

test('punctuation and Latin words are left to the browser', () => {
  for (const text of ['', 'Hello, world', '，。', '终端', 'a—b（一）'])
    assert.deepEqual(phrasesOf(text).join(''), text);
  assert.deepEqual(phrasesOf('A：B'), ['A：B']);
});

test('the stretches together are the text, and none is empty', () => {
  const text = fc.string({ unit: fc.constantFrom(...'的和在终端客户内核操作系统一，。：Aa1 <&', '𠮷') });
  fc.assert(
    fc.property(text, (title) => {
      const phrases = phrasesOf(title);
      assert.equal(phrases.join(''), title);
      assert.ok(phrases.every((phrase) => phrase !== ''));
    }),
  );
});
