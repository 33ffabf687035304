import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import type { Strings } from '../locales/index.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import type { Facts } from '../pages/facts.ts';
import { pageKinds } from '../pages/index.ts';
import { REPAIR_RULES, type RepairRule } from '../repair-rules.ts';
import type { PageBody } from '../types.ts';
import { layoutCompiler } from './layouts.ts';
import { siteOf } from './site.ts';
import { LayoutPage } from './templates.ts';
import { assets } from './testing.ts';

const HAN = /\p{Script=Han}/gu;

/** The words of a language with each Han character replaced, whether it stands in a text or is made by a function. */
function withoutHan<T>(words: T): T;
function withoutHan(words: unknown): unknown {
  if (typeof words === 'string') return words.replace(HAN, 'x');
  if (typeof words === 'function') return (...given: unknown[]) => withoutHan(words(...given));
  if (Array.isArray(words)) return words.map(withoutHan);
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([name, inner]) => [name, withoutHan(inner)]));
}

const repair = (rule: RepairRule) => ({ rule, line: 1, before: 'a', after: '' });

/** An archive in Latin letters that has every kind of page. */
const archive = archiveOf(
  [
    readingOf('undated.md', { title: 'An undated one', author: 'Jane', summary: 'A summary.' }),
    ...Array.from({ length: 420 }, (_, at) =>
      readingOf(`${1000 + at}.md`, {
        title: `Title ${at}`,
        author: 'Jane',
        tags: ['Machines'],
        summary: 'A summary.',
        url: at % 2 ? `https://host${at}.example.org/${at}` : null,
        time: timeOf(at < 2 ? '2011-08-01' : `2013-08-0${1 + (at % 3)}`, at % 2 ? '08:00' : null),
      }),
    ),
  ],
  { title: 'Archive', description: 'A description.', maintainer: 'Jane', licence: 'CC BY', icp: '1' },
);
const facts: Facts = {
  repairs: REPAIR_RULES.map((rule) => ({
    rule,
    count: 2000,
    examples: [{ file: '1000.md', repair: repair(rule) }],
  })),
  problems: [{ rule: 'time', count: 3 }],
  fidelity: {
    han: [9, 1],
    words: [9, 1],
    links: [9, 1],
    pictures: [9, 1],
    code: [9, 1],
    formulas: [9, 1],
    notes: [9, 1],
    cells: [9, 1],
  },
  search: true,
  certificate: {
    strings: 2000,
    checked: 5,
    documents: 421,
    kinds: {},
    recall: 1,
    precision: 1,
    failures: [],
  },
};
const body: PageBody = {
  html: '<p>Text.</p>',
  headings: [1, 2, 3].map((at) => ({ depth: 2, id: `h-${at}`, text: `Part ${at}`, recovered: false })),
  data: {},
  repairs: REPAIR_RULES.map(repair),
};

test('every Han character of a page comes from its language, its articles or its settings', async () => {
  const t: Strings = withoutHan(zhHans);
  const compile = layoutCompiler();
  const layouts = new Map<string, ReturnType<typeof compile>>();
  const site = siteOf({ ...archive.settings, origin: 'https://example.org/' }, assets, true, ['gram']);
  for (const view of pageKinds.flatMap((kind) => [...kind.views(archive, facts, t)])) {
    const file = path.join('layouts', view.layout);
    const layout = layouts.get(file) ?? compile(readFileSync(file, 'utf8'), file);
    layouts.set(file, layout);
    const html = await layout({ v: new LayoutPage(view, view.body ? body : null, site, t), site, t });
    assert.deepEqual(html.match(HAN) ?? [], [], view.path);
  }
  assert.ok(layouts.size > 15, [...layouts.keys()].join(' '));
});
