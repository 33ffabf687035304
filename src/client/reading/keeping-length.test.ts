import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { keepingLength } from './keeping-length.ts';

const convert = Converter({ from: 'cn', to: 'tw' });
const keeping = keepingLength(convert);

test('words are converted as words, and the text stays as long as it was', () => {
  assert.equal(
    keeping('头发长了，程序不会干扰系统，发现里面的干部。'),
    '頭髮長了，程序不會干擾系統，發現裡面的幹部。',
  );
  assert.equal(keeping('Linux 5.10'), 'Linux 5.10');
});

test('a character whose other form takes two units stays, and its neighbours are converted', () => {
  const text = '二𫫇英很毒。头发。';
  const shown = keeping(text);
  assert.equal(shown.length, text.length);
  assert.match(shown, /頭髮。$/);
});

test('no text changes its length, and none loses half a character', () => {
  const unit = fc.constantFrom(...Array.from('发头干𫫇㓆䁖里a，。 \n国'));
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const shown = keeping(text);
      assert.equal(shown.length, text.length);
      assert.doesNotMatch(shown, /[\ud800-\udfff]/u);
    }),
  );
});
