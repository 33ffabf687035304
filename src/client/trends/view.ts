import { trendsUi as words } from '#locale';
import { lineChart } from '../../charts/line-chart.ts';
import { button, type Child, el, fill } from '../search/dom.ts';
import type { Months } from '../search/engine.ts';
import { trendControls } from './controls.ts';
import { type Counted, drawnTrend } from './drawn.ts';
import { drawnPicture } from './drawn-picture.ts';
import { legendEntry } from './legend.ts';
import { wirePointing } from './pointing.ts';
import { saveRow } from './save.ts';
import { isEmpty, sayPeriod, sayProblems, sayRemarks } from './sentences.ts';
import { chartElement } from './svg-element.ts';
import { trendTable } from './table.ts';
import { type Trend, trendOf } from './trend.ts';
import type { TrendState } from './trend-state.ts';
import { wordsApart } from './trend-words.ts';

/** What was asked and found: words, those that were too many, and the months of each word. */
interface Answer {
  asked: readonly string[];
  left: readonly string[];
  found: readonly Months[];
}

/** What stands below the field of words. */
interface TrendView {
  say(text: string, ...more: Child[]): void;
  hide(state: 'idle' | 'error'): void;
  show(answer: Answer, state: TrendState): void;
}

/**
 * Adds the view of trends to its page.
 * @param root address of the site's root
 * @param choose called with what a reader changes
 * @param remove called with a word that a reader takes away
 */
export function trendView(
  area: HTMLElement,
  root: string,
  choose: (part: Partial<TrendState>) => void,
  remove: (word: string) => void,
): TrendView {
  const status = el('p', { class: 'trend-status', role: 'status', 'aria-live': 'polite' });
  const controls = trendControls(choose);
  const legend = el('ul', { class: 'legend' });
  const readout = el('p', { class: 'trend-readout', 'aria-hidden': 'true' });
  const plot = el('div', { class: 'trend-plot' });
  const notes = el('div', { class: 'trend-notes' });
  const parts = [controls.element, legend, readout, plot, notes];
  const output = el('div', { class: 'trend-output', hidden: '' }, ...parts);
  area.append(status, output);

  /** The way to what was probably meant by a single word with blanks. */
  function apart([word = '', ...others]: readonly string[]): Child[] {
    const q = others.length === 0 ? wordsApart(word).join('，') : '';
    return q ? [button(words.apart(q), () => choose({ q }), { class: 'word', 'data-apart': '' })] : [];
  }

  function draw(trend: Trend, counted: readonly Counted[], asked: readonly string[], state: TrendState) {
    const drawn = drawnTrend(trend, counted, state, root);
    const chart = lineChart(drawn);
    const figure = chartElement(chart);
    fill(plot, [figure]);
    readout.textContent = drawn.summary;
    wirePointing(figure, (at) => {
      readout.textContent = at === null ? drawn.summary : sayPeriod(trend, counted, at, state);
    });
    const said = sayRemarks(trend, counted, state);
    const [svg] = chart.children;
    const saved = saveRow({
      name: `${words.title}-${asked.join('-')}`,
      table: () => trendTable(trend, counted, state),
      svg: () =>
        typeof svg === 'object' ? drawnPicture(asked, drawn, svg, said, area.dataset.archive ?? '') : '',
    });
    fill(notes, [
      saved,
      ...[...said, words.counting].map((text) => el('p', { class: 'note' }, text)),
      el('p', { class: 'note by-hand' }, words.hands + (trend.outside > 0 ? words.toRange : '')),
    ]);
  }

  const say: TrendView['say'] = (text, ...more) => fill(status, [text, ...more]);
  return {
    say,
    hide(state) {
      output.hidden = true;
      area.dataset.state = state;
    },
    show({ asked, left, found }, state) {
      const all = found[0]?.months ?? [];
      const trend = trendOf(all, found, state);
      const counted = found.map(({ total, exact, searchable }, at) => ({
        word: asked[at] ?? '',
        total,
        exact: exact || total === 0,
        searchable,
      }));
      const months = all.filter(({ month, of }) => month !== '' && of > 0);
      controls.sync(state, trend.unit, { from: months[0]?.month, to: months.at(-1)?.month });
      fill(
        legend,
        counted.map((one, at) => legendEntry(one, at, root, () => remove(one.word))),
      );
      area.dataset.state = 'done';
      output.hidden = false;
      say(sayProblems(trend, counted, left, state), ...apart(asked));
      if (isEmpty(trend)) for (const part of [plot, readout, notes]) fill(part, []);
      else draw(trend, counted, asked, state);
    },
  };
}
