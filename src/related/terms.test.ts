import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eachTermOf, termCount, termsOf, topicHash } from './terms.ts';

const TEXT = {
  title: '轮渡改扫码登船（二）',
  passages: [
    '轮渡公司把码头的售票亭撤了，乘客扫码登船，轮渡的 Wi-Fi 也换了。',
    '老码頭的栈桥要修，Node.js 写的排班表停了两周。',
    'sudo reboot now',
  ],
};

/** The terms of packed ones. */
function unpackTerms(packed: Buffer) {
  const terms: { hash: number; weight: number; isTitle: boolean }[] = [];
  eachTermOf(packed, (hash, weight, isTitle) => terms.push({ hash, weight, isTitle }));
  assert.equal(terms.length, termCount(packed));
  return terms;
}

const hashesOf = (title: string, ...passages: string[]) =>
  unpackTerms(termsOf({ title, passages }).terms).map(({ hash }) => hash);

test('the terms of a text are the same bytes on every machine', () => {
  assert.equal(
    termsOf(TEXT).terms.toString('base64'),
    'ypi3KZD+qWGejoyNZ+GO9NWAYI53J0uajJrzCveMSWHLPgz/IF+ECIkQl4sIyH1buwgPcU2+CNYAOdoImPfd3whRt6DkCLJDifcI7YBjBwjwGakPCLnzBBYIZg2VLAjfD3FECBi9tlcItBQdZwhcNmZnCDbcx38I',
  );
});

test('strings that the title has and the text takes up come first; 繁简 and 全角半角 are the same; grammar and code are no terms', () => {
  const terms = unpackTerms(termsOf(TEXT).terms);
  assert.ok(terms[0]?.isTitle && terms[0].weight > (terms.at(-1)?.weight ?? 0));
  assert.deepEqual(hashesOf('', '碼頭ＷｉＦｉ'), hashesOf('', '码头 Wi-Fi'));
  assert.deepEqual(hashesOf('', '的的了了我们可以'), []);
  assert.ok(!hashesOf('', ...TEXT.passages).includes(hashesOf('', 'reboot')[0] ?? 0));
  assert.deepEqual(hashesOf('', 'reboot'), hashesOf('', 'Reboot!'));
});

test('a topic is another term than the same string in a text', () => {
  assert.notEqual(topicHash('reboot'), hashesOf('', 'reboot')[0]);
});

test('whatever the text, few terms are kept, and packing loses nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'binary' })),
      (title, passages) => {
        const { terms, signature } = termsOf({ title, passages });
        const unpacked = unpackTerms(terms);
        assert.ok(unpacked.length <= 64 && [0, 64].includes(signature.length));
        assert.ok(unpacked.every(({ weight }) => weight >= 4 && weight <= 31));
        assert.equal(new Set(unpacked.map(({ hash }) => hash)).size, unpacked.length);
      },
    ),
  );
});
