import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeStudies, encodeStudies } from './kept-studies.ts';
import { type Study, studier } from './study.ts';

test('studies come back as they were, whether their articles are long, short or empty', () => {
  const study = studier({ topics: [] });
  const long = Array.from({ length: 40 }, (_, at) => `轮渡公司第 ${at} 回把码头的售票亭撤了，乘客扫码登船。`);
  const studies = [['第 1 篇.md', long] as const, ['2.md', ['蜂箱']] as const, ['3.md', []] as const].map(
    ([file, passages]): [string, Study] => [file, study({ title: '轮渡', passages })],
  );
  assert.deepEqual(
    studies.map(([, { related }]) => related.signature.length),
    [64, 0, 0],
  );
  assert.deepEqual([...decodeStudies(Buffer.concat(encodeStudies(studies)))], studies);
  assert.deepEqual([...decodeStudies(Buffer.concat(encodeStudies([])))], []);
});
