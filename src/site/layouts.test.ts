import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { node } from '../charts/node.ts';
import { UserError } from '../errors.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import { layoutCompiler } from './layouts.ts';

const render = (source: string, v: unknown = {}) =>
  layoutCompiler()(source, path.resolve('layouts/example.njk'))({ v, site: {}, t: {} });

test('a layout is rendered with its page’s data, escaped', async () =>
  assert.equal(await render('<p>{{ v.title }}</p>', { title: '<b>&' }), '<p>&lt;b&gt;&amp;</p>'));

test('a mistake in a layout is told with its file, line and column', async () => {
  const mistakes: [source: string, message: RegExp][] = [
    ['甲\n{% nothing %}', /^layouts\/example\.njk:2:\d+: unknown block tag: nothing; mend the layout/],
    ['甲\n{{ v.title.upper() }}', /^layouts\/example\.njk:2:\d+: Unable to call `v\["title"\]\["upper"\]`/],
    ['甲\n乙 {{ v.titel }}', /^layouts\/example\.njk:2:\d+: attempted to output null or undefined value/],
    ['{{ v.htm | safe }}', /^layouts\/example\.njk:1:\d+: attempted to output null/],
    ['{{ titel }}', /^layouts\/example\.njk:1:\d+: attempted to output null/],
    [
      '甲\n{% for row in v.rowz %}{{ row }}{% endfor %}',
      /^layouts\/example\.njk:2:\d+: `v.rowz` is undefined/,
    ],
    [
      '甲\n{% for row in v.rowz -%}{{ row }}{% else %}无{% endfor %}',
      /^layouts\/example\.njk:2:\d+: `v.rowz` is/,
    ],
    ['{% include "partials/none.njk" %}', /^layouts\/example\.njk: template not found: partials\/none\.njk;/],
  ];
  for (const [source, message] of mistakes)
    await assert.rejects(render(source), (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.match(error.message, message);
      return true;
    });
});

test('what a page may lack is asked for, or stood in for', async () => {
  assert.equal(await render('{% if v.url %}甲{% else %}乙{% endif %}'), '乙');
  assert.equal(await render('{{ v.url or "丙" }}{{ "丁" if v.url }}', { url: null }), '丙');
  assert.equal(await render('{% for row in v.rows %}{{ row }}{% else %}无{% endfor %}', { rows: [] }), '无');
  assert.equal(await render('{{ v.empty }}', { empty: '' }), '');
  assert.equal(await render('{{ v.html | safe }}', { html: '<b>' }), '<b>');
});

test('a title is written with the places where a line may end, escaped', async () => {
  assert.equal(
    await render('{{ v.title | phrases }}', { title: '如何使用<wbr>终端程序&' }),
    '如何<wbr>使用&lt;wbr&gt;终端<wbr>程序&amp;',
  );
  await assert.rejects(render('{{ v.titel | phrases }}'), UserError);
});

test('a chart is written escaped, and its addresses begin at the site’s root', async () => {
  const chart = node('a', { href: '2013/index.html' }, '<2013>');
  assert.equal(
    await render('{{ v.chart | chart("../") }}', { chart }),
    '<a href="../2013/index.html">&lt;2013&gt;</a>',
  );
});

test('a page’s own script is asked for beside the script that runs it, and by no other page', async () => {
  const compile = layoutCompiler();
  const assets = { css: 'a.css', pagesCss: 'b.css', boot: 'boot.js', theme: 'theme.js' };
  const site = { assets, title: '旧闻', engines: '', origin: '', offline: false, hasTopics: false, icon: '' };
  const page = (set: string) =>
    compile(
      `{% extends "base.njk" %}${set}`,
      path.resolve('layouts/example.njk'),
    )({
      v: { root: '', self: 'x.html', csp: '', title: '', description: '', nav: '', reach: null },
      site,
      t: zhHans,
    });
  const html = await page('{% set own = "own.js" %}');
  assert.match(
    html,
    /<link rel="preload" as="script" href="assets\/own\.js">\n<script src="assets\/boot\.js" data-own="own\.js"/,
  );
  for (const none of ['', '{% set own = "own.js" if v.nav else "" %}'])
    assert.doesNotMatch(await page(none), /own|preload/);
});
