import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expectFile } from '../golden.ts';
import { type BarChart, barChart } from './bar-chart.ts';
import { type HeatMap, heatMap } from './heat-map.ts';
import { type LineChart, lineChart } from './line-chart.ts';
import { markup } from './markup.ts';
import { rankChart } from './rank-chart.ts';

const words = { table: '数据表' };
const format = (value: number): string => `${value} 篇`;

const bars: BarChart = {
  label: '每年的文章',
  summary: '两年共 5 篇。',
  columns: ['年', '文章'],
  bars: [
    { label: '2012 年', name: '2012', value: 1, href: '2012/index.html' },
    { label: '2013 年', name: '2013', value: 4, href: '2013/index.html' },
  ],
  format,
  axis: String,
  words,
};
const lines: LineChart = {
  label: '词频',
  summary: '「微信」和「Linux」。',
  column: '月',
  periods: [
    { label: '2012 年 12 月', name: '', muted: true },
    { label: '2013 年 1 月', name: '2013' },
    { label: '2013 年 2 月', name: '' },
    { label: '2013 年 3 月', name: '' },
  ],
  series: [
    { name: '微信', colour: 1, points: [1, 2, null, 3].map((value) => ({ value, href: 'search.html' })) },
    { name: 'Linux', colour: 2, points: [4, 3, 2, 1].map((value) => ({ value })), about: true },
  ],
  format,
  axis: String,
  words,
};
const days: HeatMap = {
  year: '2012',
  label: '2012 年',
  summary: '两天共 5 篇。',
  columns: ['日', '文章'],
  days: [
    { date: '2012-02-29', value: 1, href: '2012/02/index.html#d-29' },
    { date: '2012-12-31', value: 4 },
  ],
  sayDay: (date) => date,
  months: Array.from({ length: 12 }, (_, at) => `${at + 1} 月`),
  weekdays: ['一', '', '三', '', '五', '', ''],
  legend: ['少', '多'],
  format,
  words,
};

for (const [name, chart] of [
  ['bar-chart', barChart(bars)],
  ['line-chart', lineChart(lines)],
  ['heat-map', heatMap(days)],
] as const)
  test(`the ${name} is the one in its file, byte for byte`, () => {
    const file = fileURLToPath(new URL(`fixtures/${name}.html`, import.meta.url));
    expectFile(file, `${markup(chart).replaceAll('><', '>\n<')}\n`);
  });

const value = fc.oneof(
  fc.nat(),
  fc.double({ min: 0 }),
  fc.constantFrom(0, Number.NaN, Number.MIN_VALUE, Number.MAX_VALUE, Number.POSITIVE_INFINITY, -1),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<b>&"\'', ']]>', '\0', '\ud800', '-->'),
);

/** Checks that markup is XML and that no number of its shapes is none. */
function assertDrawn(drawn: string): void {
  assert.equal(XMLValidator.validate(drawn), true);
  const shapes = drawn.replaceAll(/<(title|desc|text|th|td|summary|a)\b.*?<\/\1>/gs, '');
  assert.doesNotMatch(
    shapes,
    / (x|y|x1|y1|x2|y2|cx|cy|r|d|width|height)="[^"]*(NaN|Infinity|undefined|e[+-]?\d)/,
  );
}

test('whatever is counted and named, charts are well-formed and have no number that is none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ label: text, name: text, value, href: fc.option(text, { nil: undefined }) }), {
        maxLength: 80,
      }),
      text,
      fc.boolean(),
      (some, label, shares) => {
        assertDrawn(markup(barChart({ ...bars, label, bars: some, shares })));
        const periods = some.map(({ value: number, ...period }) => ({ ...period, muted: number > 9 }));
        const points = some.map(({ value: number, href }) => ({ value: number === 3 ? null : number, href }));
        const series = [{ name: label, colour: 1, points, about: shares }];
        assertDrawn(markup(lineChart({ ...lines, label, periods, series, shares, roving: shares })));
      },
    ),
  );
});

test('what says little does not set the scale, unless there is nothing else', () => {
  const high = { label: '2011 年', name: '2011', value: 900, muted: true };
  assert.match(markup(barChart({ ...bars, bars: [high, ...bars.bars] })), /y="14">4</);
  assert.match(markup(barChart({ ...bars, bars: [high] })), /y="14">1000</);
});

test('a ranking is a table with a bar for each of its rows, the first as wide as there is room', () => {
  const rows = [
    { name: 'linux.cn', value: 4, href: 'about.html' },
    { name: '没有原始地址', value: 1 },
  ];
  const drawn = markup(rankChart({ columns: ['网站', '文章'], rows, format }));
  assert.deepEqual(
    [...drawn.matchAll(/<rect width="([^"]*)"/g)].map(([, width]) => width),
    ['100%', '25%'],
  );
  assert.match(drawn, /<th scope="row"><a href="about.html">linux.cn<\/a>/);
  assertDrawn(markup(rankChart({ columns: ['', ''], rows: [{ name: '<', value: 0 }], format })));
});

test('text never becomes markup', () => {
  const evil = '"><script>alert(1)</script><!--';
  const named = { label: evil, name: evil, value: 3, href: evil };
  const drawn = markup(
    barChart({ ...bars, label: evil, summary: evil, columns: [evil, evil], bars: [named] }),
  );
  assert.doesNotMatch(drawn, /<script|<!--/);
  assert.equal(XMLValidator.validate(drawn), true);
});

test('each day of a year has its square once, in years of 365 and of 366 days, first and last', () => {
  for (const [year, length] of [
    ['0001', 365],
    ['0099', 365],
    ['1900', 365],
    ['2000', 366],
    ['2012', 366],
    ['9999', 365],
  ] as const) {
    const drawn = markup(heatMap({ ...days, year, days: [] }));
    const places = [...drawn.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`);
    assert.equal(places.length, length, year);
    const columns = places.map((place) => Number(place.split(' ')[0]));
    assert.ok(Math.max(...columns) < 354, `${year} stays inside of the picture`);
  }
});

test('2013 begins on a Tuesday, and its squares lie below the names of their days', () => {
  const drawn = markup(heatMap({ ...days, year: '2013', days: [{ date: '2013-01-01', value: 1 }] }));
  assert.match(drawn, /<title>2013-01-01：1 篇<\/title><rect x="20" y="30"/);
});

test('few bars are no walls, and an empty chart has its axis', () => {
  const [, width = ''] = /class="bar">.*?width="([\d.]+)%"/s.exec(markup(barChart(bars))) ?? [];
  assert.ok(Number(width) < 15);
  assert.match(markup(barChart({ ...bars, bars: [] })), /class="base"/);
});

test('names below a plot are thinned out, on narrow pages more', () => {
  const many = Array.from({ length: 100 }, (_, at) => ({ label: `${at}`, name: `${1900 + at}`, value: at }));
  const drawn = markup(barChart({ ...bars, bars: many }));
  assert.equal(drawn.match(/class="name"/g)?.length, 5);
  assert.equal(drawn.match(/class="name minor"/g)?.length, 5);
});

test('the name of a period at the right edge ends with the plot', () => {
  const many = Array.from({ length: 61 }, (_, at) => ({
    label: `${at}`,
    name: at % 10 ? '' : `${2000 + at}`,
    value: at,
  }));
  const drawn = markup(barChart({ ...bars, bars: many }));
  assert.match(drawn, /<text class="name last(?: minor)?" x="100%"[^>]*>2060</);
  assert.equal(drawn.match(/name last/g)?.length, 1);
});

test('a line has a gap where nothing was counted, and is grey where little was', () => {
  const drawn = markup(lineChart(lines));
  assert.match(drawn, /<path class="line weak s2"/);
  assert.match(drawn, /<path class="line s2 about"/);
  assert.match(drawn, /<path class="line s1" d="M875,18L875,18"/, 'a lone point is a dot');
  assert.equal(drawn.match(/class="point[ "]/g)?.length, 7);
});

test('where only one point of a line is a stop, it is the last that leads somewhere', () => {
  const drawn = markup(lineChart({ ...lines, roving: true }));
  assert.equal(drawn.match(/tabindex="-1"/g)?.length, 2);
  assert.match(drawn, /<a class="point" data-at="3" href="search.html"><title>微信 2013 年 3 月/);
});

test('no bar and no day is a stop of the Tab key, and the table beside them has the same links', () => {
  for (const drawn of [markup(barChart(bars)), markup(heatMap(days))]) {
    const [chart = '', table = ''] = drawn.split('<details');
    const linked = (text: string): string[] =>
      [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to = '']) => to);
    assert.ok(linked(chart).length > 0);
    assert.deepEqual(linked(chart), linked(table));
    assert.equal(chart.match(/<a [^>]*tabindex="-1"/g)?.length, linked(chart).length);
    assert.doesNotMatch(chart, /<g [^>]*tabindex/);
    assert.doesNotMatch(table, /tabindex/);
  }
});

test('a chart of links is a group, and one without is an image', () => {
  assert.match(markup(barChart(bars)), /<svg [^>]*role="group" aria-label="每年的文章"/);
  const plain = bars.bars.map(({ href, ...bar }) => bar);
  assert.match(markup(barChart({ ...bars, bars: plain })), /<svg [^>]*role="img" aria-label="每年的文章"/);
});
