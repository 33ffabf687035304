import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { Reading } from '../types.ts';
import { pageKinds } from './index.ts';
import { pageKind } from './page-kind.ts';
import { noFacts } from './testing.ts';

/** Inputs of all pages of an archive of four days, the second article of which is as given. */
function inputsWith(fields: Partial<Reading> = {}): Map<string, string> {
  const archive = archiveOf(
    ['2011-03-01', '2013-08-01', '2013-09-01', '2014-08-02'].map((day, at) =>
      readingOf(`${1000 + at}.md`, { time: timeOf(day), author: `作者${at}`, ...(at === 1 ? fields : {}) }),
    ),
  );
  return new Map(
    pageKinds
      .flatMap((kind) => [...kind.views(archive, noFacts, zhHans)])
      .map(({ path, inputs }) => [path, inputs]),
  );
}

/** The pages whose inputs differ from those of the archive as it is. */
function changed(fields: Partial<Reading>): string[] {
  const [before, after] = [inputsWith(), inputsWith(fields)];
  return [...after].filter(([path, inputs]) => inputs !== before.get(path)).map(([path]) => path);
}

test('another title changes the pages that name it, and no others', () => {
  assert.deepEqual(changed({ title: '别的题目' }).sort(), [
    '2011/03/1000.html',
    '2013/08/index.html',
    '2013/09/1002.html',
    '2013/index.html',
    'authors/作者1.html',
    'days/08-01.html',
    'index.html',
    'list/1.html',
    'list/index.html',
  ]);
});

test('another text of as many characters changes the article’s own page alone', () => {
  assert.deepEqual(changed({ hash: 'of another text', summary: '别的摘要。' }), ['2013/08/1001.html']);
});

test('data is made of the inputs alone, and only when asked for', () => {
  const made: string[] = [];
  const kind = pageKind({
    name: 'example',
    layout: 'example.njk',
    *pages({ archive }) {
      yield { path: 'example.html', inputs: { rows: archive.rows([0]) } };
    },
    data({ rows }) {
      made.push('data');
      return { title: rows.list()[0]?.title ?? '', description: '' };
    },
  });
  const [view] = kind.views(archiveOf([readingOf('a.md', { title: '题' })]), noFacts, zhHans);
  assert.match(view?.inputs ?? '', /^\{"rows":"[\w+/]{16}"\}$/);
  assert.deepEqual(made, []);
  assert.equal(view?.data.title, '题');
});

// The compiler is what tests this.
test('what JSON does not tell of cannot be an input, and what is no input cannot be read', () => {
  pageKind({
    name: 'example',
    layout: 'example.njk',
    // @ts-expect-error: a map as JSON is `{}`
    *pages({ archive }) {
      yield { path: 'example.html', inputs: { years: archive.years } };
    },
    data: () => ({ title: '', description: '' }),
  });
  pageKind({
    name: 'example',
    layout: 'example.njk',
    *pages() {
      yield { path: 'example.html', inputs: { year: '2013' } };
    },
    // @ts-expect-error: `month` is not declared
    data: ({ month }) => ({ title: String(month), description: '' }),
  });
});
