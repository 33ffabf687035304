import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSettings, decodeText } from './decode.ts';

/** `title: 旧闻` and `腾讯: [微信]`, as editors of all ages save them. */
const SAVED: Readonly<Record<string, [bytes: string, text: string]>> = {
  'GBK, title': ['7469746c653a20bec9cec50a', 'title: 旧闻\n'],
  'GBK, topics': ['ccdad1b63a205bcea2d0c55d0a', '腾讯: [微信]\n'],
  Big5: ['7469746c653a20c2c2bb440a', 'title: 舊聞\n'],
  'UTF-8 with BOM': ['efbbbf7469746c653a20e697a70a', 'title: 旧\n'],
  'UTF-16 with BOM': ['fffe7400690074006c0065003a002000e765fb950a00', 'title: 旧闻\n'],
  'UTF-16 of big-endian order without BOM': ['007400690074006c0065003a002065e795fb000a', 'title: 旧闻\n'],
};

test('settings of a few characters are decoded whatever saved them', () => {
  for (const [name, [bytes, text]] of Object.entries(SAVED))
    assert.equal(decodeSettings(Buffer.from(bytes, 'hex')), text, name);
});

test('a word of another Latin language does not make Chinese of a file', () => {
  assert.equal(
    decodeSettings(Buffer.from('title: Café déjà vu\n', 'latin1')).replace(/\p{Script=Han}/gu, '!'),
    'title: Café déjà vu\n',
  );
});

test('a file that is no UTF-8 leaves nothing behind in the decoder for the next', () => {
  const bytes = new TextEncoder().encode('\ufeff甲乙丙');
  for (const cut of [1, 4, 5, 7]) {
    strictOrGuessed(bytes.subarray(0, cut));
    assert.equal(strictOrGuessed(bytes), '甲乙丙');
  }
});

const strictOrGuessed = (bytes: Uint8Array): string | null => {
  const decoded = decodeText(bytes);
  return typeof decoded === 'string' ? null : decoded.text;
};
