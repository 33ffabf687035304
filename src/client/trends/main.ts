/** The page of trends: words over time, from the index of exact search. */
import { charts, trendsUi as words } from '#locale';
import { lineChart } from '../../charts/line-chart.ts';
import type { ChartNode } from '../../charts/node.ts';
import { FEW } from '../../charts/periods.ts';
import { lazyEngines } from '../search/bundles.ts';
import { button, type Child, el, fill } from '../search/dom.ts';
import type { Months } from '../search/engine.ts';
import { Latest } from '../search/latest.ts';
import { localDate } from '../shared/local-date.ts';
import { siteRoot } from '../shared/site-url.ts';
import { unread } from '../shared/unread.ts';
import { allowSiteScripts } from '../trusted-types.ts';
import { trendControls } from './controls.ts';
import { type Counted, drawnTrend, sayValue, searchAddress } from './drawn.ts';
import { coloursNow, pictureFile } from './picture.ts';
import { wirePointing } from './pointing.ts';
import { saveRow } from './save.ts';
import { chartElement } from './svg-element.ts';
import { trendTable } from './table.ts';
import { type Trend, trendOf } from './trend.ts';
import { readTrendState, type TrendState, writeTrendState } from './trend-state.ts';
import { splitWords, wordsApart } from './trend-words.ts';

/** Milliseconds that counting may take before the wait is announced. */
const PATIENCE = 400;

const root = siteRoot();
const area = document.getElementById('trend');
const form = area?.querySelector('form');
const field = form?.querySelector('input');
if (area && form && field) {
  // This may come before the script of every page.
  allowSiteScripts(root);
  trendPage(area, form, field);
}

function trendPage(area: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const engines = lazyEngines('', root);
  const latest = new Latest();
  const status = el('p', { class: 'trend-status', role: 'status', 'aria-live': 'polite' });
  const controls = trendControls((part) => choose(part));
  const legend = el('ul', { class: 'legend' });
  const readout = el('p', { class: 'trend-readout', 'aria-hidden': 'true' });
  const plot = el('div', { class: 'trend-plot' });
  const notes = el('div', { class: 'trend-notes' });
  const output = el(
    'div',
    { class: 'trend-output', hidden: '' },
    controls.element,
    legend,
    readout,
    plot,
    notes,
  );
  area.append(status, output);
  let state = readTrendState(location.search);

  function run(): void {
    const { words: asked, left } = splitWords(state.q);
    if (asked.length === 0) {
      latest.cancel();
      say('');
      output.hidden = true;
      area.dataset.state = 'idle';
      return;
    }
    const wait = setTimeout(() => say(words.loading), PATIENCE);
    latest.run(
      async (signal) => {
        try {
          return await Promise.all(asked.map((query) => engines.months({ query, signal })));
        } finally {
          clearTimeout(wait);
        }
      },
      (found) => show(asked, left, found),
      () => {
        output.hidden = true;
        area.dataset.state = 'error';
        say(words.failed, ...unread(root), button(words.retry, run, { class: 'word' }));
      },
    );
  }

  function say(text: string, ...more: Child[]): void {
    fill(status, [text, ...more]);
  }

  function show(asked: readonly string[], left: readonly string[], found: readonly Months[]): void {
    const trend = trendOf(found[0]?.months ?? [], found, state);
    const counted = found.map(({ total, exact, searchable }, at) => ({
      word: asked[at] ?? '',
      total,
      exact: exact || total === 0,
      searchable,
    }));
    const months = (found[0]?.months ?? []).filter(({ month, of }) => month !== '' && of > 0);
    controls.sync(state, trend.unit, { from: months[0]?.month, to: months.at(-1)?.month });
    fill(
      legend,
      counted.map((one, at) => legendEntry(one, at)),
    );
    area.dataset.state = 'done';
    output.hidden = false;
    say(problems(trend, counted, left), ...apart(asked));
    if (trend.lines.every(({ counts }) => counts.every((count) => count === 0))) {
      fill(plot, []);
      fill(readout, []);
      fill(notes, []);
      return;
    }
    const parts = drawnTrend(trend, counted, state, root);
    const chart = lineChart(parts);
    const figure = chartElement(chart);
    fill(plot, [figure]);
    readout.textContent = parts.summary;
    wirePointing(figure, (at) => {
      readout.textContent = at === null ? parts.summary : atPeriod(trend, counted, at);
    });
    const said = remarks(trend, counted);
    const [svg] = chart.children;
    const saved = saveRow({
      name: `${words.title}-${asked.join('-')}`,
      table: () => trendTable(trend, counted, state),
      svg: () => (typeof svg === 'object' ? picture(asked, parts, svg, said) : ''),
    });
    fill(notes, [
      saved,
      ...[...said, words.counting].map((text) => el('p', { class: 'note' }, text)),
      el('p', { class: 'note by-keys' }, words.keys),
    ]);
  }

  /** The way to what was probably meant by a single word with blanks. */
  function apart([word = '', ...others]: readonly string[]): Child[] {
    const parts = others.length === 0 ? wordsApart(word) : [];
    if (parts.length === 0) return [];
    const q = parts.join('，');
    return [button(words.apart(q), () => choose({ q }), { class: 'word', 'data-apart': '' })];
  }

  /** A word of the trend: its line, what was found of it, and the way to take it away. */
  function legendEntry({ word, total, exact, searchable }: Counted, at: number): HTMLElement {
    const line = chartElement(lineSample(at + 1, !exact));
    const name = searchable
      ? el('a', { href: searchAddress(word, '', root), title: words.searchFor(word) }, word)
      : el('span', {}, word);
    const others = splitWords(state.q).words.filter((one) => one !== word);
    const remove = button('×', () => choose({ q: others.join('，') }), {
      'aria-label': words.remove(word),
      class: 'remove',
    });
    return el('li', {}, line, name, el('span', { class: 'n' }, words.total(total, exact)), remove);
  }

  /** All words in one period. */
  function atPeriod({ periods, lines }: Trend, counted: readonly Counted[], at: number): string {
    const values = counted.flatMap(({ word }, number) => {
      const value = lines[number]?.values[at] ?? null;
      return value === null ? [] : [`${word} ${sayValue(value, state)}`];
    });
    return [words.period(periods[at]?.key ?? ''), ...values].join('　');
  }

  function picture(
    asked: readonly string[],
    parts: ReturnType<typeof drawnTrend>,
    svg: ChartNode,
    said: readonly string[],
  ): string {
    const address = location.protocol === 'file:' ? '' : shortened(location.href);
    const source = words.source(area.dataset.archive ?? '', address, localDate(new Date()));
    return pictureFile({
      title: asked.join('、'),
      subtitle: `${words.title} · ${parts.label.slice(parts.label.lastIndexOf('：') + 1)}`,
      chart: svg,
      height: Number(svg.attributes.height),
      legend: parts.series.map(({ name, colour, about = false }) => ({ name, colour, about })),
      notes: [...said, source],
      colours: coloursNow(),
    });
  }

  /** What did not go as asked. */
  function problems(
    { periods, lines, undated }: Trend,
    counted: readonly Counted[],
    left: readonly string[],
  ): string {
    const wordsOf = (list: readonly Counted[]): string[] => list.map(({ word }) => word);
    const unsearchable = counted.filter(({ searchable }) => !searchable);
    const none = counted.filter(({ searchable, total }) => searchable && total === 0);
    return [
      left.length > 0 ? words.tooMany(left) : '',
      unsearchable.length > 0 ? words.unsearchable(wordsOf(unsearchable)) : '',
      none.length > 0 ? words.none(wordsOf(none)) : '',
      periods.length > 0
        ? ''
        : undated > 0 && !state.from && !state.to
          ? words.nothingDated
          : words.nothingHere,
      periods.length > 0 &&
      none.length + unsearchable.length < lines.length &&
      lines.every(({ counts }) => counts.every((count) => count === 0))
        ? words.notHere
        : '',
    ].join('');
  }

  /** What is to be known of the numbers. */
  function remarks({ unit, periods, outside, undated, parts }: Trend, counted: readonly Counted[]): string[] {
    const { smooth, as } = state;
    return [
      counted.some(({ exact }) => !exact) ? words.about : '',
      periods.some(({ of }) => of > 0 && of < FEW) ? words.few(FEW, unit) : '',
      charts.parts(parts),
      smooth > 1 ? words.smoothed(smooth, unit, as === 'share') : '',
      outside > 0 ? words.outside(outside) : '',
      undated > 0 ? words.undated(undated) : '',
    ].filter((text) => text !== '');
  }

  function choose(part: Partial<TrendState>): void {
    state = { ...state, ...part };
    field.value = state.q;
    history.pushState(null, '', writeTrendState(state) || location.pathname);
    run();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose({ q: field.value.trim() });
  });
  addEventListener('popstate', () => {
    state = readTrendState(location.search);
    field.value = state.q;
    run();
  });
  field.value = state.q;
  run();
}

/** Characters of an address that stand in a picture. */
const LONGEST_ADDRESS = 100;

/** An address as people read it. */
function shortened(address: string): string {
  let read = address;
  try {
    read = decodeURI(address);
  } catch {
    // It is not UTF-8: it stands as it is.
  }
  return read.length > LONGEST_ADDRESS ? `${read.slice(0, LONGEST_ADDRESS)}…` : read;
}

const lineSample = (colour: number, about: boolean): ChartNode => ({
  name: 'svg',
  attributes: { class: 'plot-line', width: 22, height: 8, 'aria-hidden': 'true' },
  children: [
    {
      name: 'path',
      attributes: { class: about ? `line s${colour} about` : `line s${colour}`, d: 'M1 4h20' },
      children: [],
    },
  ],
});
