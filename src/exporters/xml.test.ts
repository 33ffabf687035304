import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseXml, textsAt, valuesAt } from './testing/xml.ts';
import { allowed, element, xmlDocument } from './xml.ts';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'&<>"\'];\t\u0001旧\ud800') }),
);

test('texts and attributes come back as they were, but for characters that XML forbids', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (text, value) => {
      const xml = [
        ...xmlDocument('a', { title: value }, [element('b', { title: value }, [element('c', {}, text)])]),
      ].join('');
      const read = parseXml(xml);
      assert.deepEqual(textsAt(read, 'a.b.c'), [allowed(text)]);
      assert.deepEqual(valuesAt(read, 'a.b', '@title'), [allowed(value)]);
    }),
  );
});

test('an element without content is closed at once', () => {
  assert.equal(element('a', { b: '1' }).text, '<a b="1"/>');
});
