import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import type { Entry, Reading } from '../types.ts';
import { citations } from './citation.ts';

function entryOf(fields: Partial<Reading>): Entry {
  const [entry] = archiveOf([readingOf('a.md', { id: '18089', ...fields })]).entries;
  assert.ok(entry);
  return entry;
}

test('an article with everything is cited after GB/T 7714 and for BibTeX', () => {
  const entry = entryOf({
    author: '开眼二郎',
    title: '机房的灯',
    time: timeOf('2013-08-01'),
    url: 'https://example.org/article/18089',
  });
  assert.deepEqual(citations(entry), {
    gbt: '开眼二郎. 机房的灯[EB/OL]. (2013-08-01) https://example.org/article/18089.',
    bibtex: `@online{jiuwen-2013-08-18089,
  author = {{开眼二郎}},
  title = {{机房的灯}},
  date = {2013-08-01},
  url = {https://example.org/article/18089},
  langid = {chinese}
}`,
  });
});

test('what a source does not tell is left out of its citation', () => {
  assert.deepEqual(citations(entryOf({ title: '机房的灯' })), {
    gbt: '佚名. 机房的灯[EB/OL].',
    bibtex:
      '@online{jiuwen-undated-18089,\n  author = {{佚名}},\n  title = {{机房的灯}},\n  langid = {chinese}\n}',
  });
});

test('signs that TeX reads as commands are written by name', () => {
  const { bibtex } = citations(entryOf({ title: 'C:\\x {a} 50% & $1 #2 _b ~c ^d' }));
  assert.match(
    bibtex,
    /title = \{\{C:\\textbackslash\{\}x \\textbraceleft\{\}a\\textbraceright\{\} 50\\% \\& \\\$1 \\#2 \\_b \\textasciitilde\{\}c \\textasciicircum\{\}d\}\}/,
  );
});

test('an address keeps working: only what would end the field is percent-encoded', () => {
  const { bibtex } = citations(entryOf({ url: 'https://example.org/a_b/{1}?x=%7e&y=\\' }));
  assert.match(bibtex, /url = \{https:\/\/example\.org\/a_b\/%7B1%7D\?x=%7e&y=%5C\},/);
});

test('whatever a title holds, braces are balanced as BibTeX counts them', () => {
  const sign = fc.constantFrom('{', '}', '\\', '%', '旧', 'a', ' ', '"', '@', ',');
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), (title) => {
      let depth = 0;
      const { bibtex } = citations(entryOf({ title, author: title }));
      for (const [at, letter] of [...bibtex].entries()) {
        depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
        assert.ok(depth > 0 || at < '@online'.length || at === bibtex.length - 1, bibtex);
      }
      assert.equal(depth, 0, bibtex);
    }),
  );
});
