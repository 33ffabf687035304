import { trendsUi as words } from '#locale';
import { button, el } from '../search/dom.ts';
import { rangeForm } from '../search/range-form.ts';
import { MEASURES, SMOOTHING, type TrendState, UNITS, type Unit } from './trend-state.ts';

/** How a trend is drawn: words to click, and a range. */
export interface Controls {
  element: HTMLElement;
  /** Shows what is set. @param unit the periods that are drawn @param ends the first and the last month of the archive */
  sync(state: TrendState, unit: Unit, ends: { from: string | undefined; to: string | undefined }): void;
}

/** Makes the controls once, so that the one that was used keeps the focus. @param change changes part of the state and draws again */
export function trendControls(change: (change: Partial<TrendState>) => void): Controls {
  const units = choices(
    'by',
    words.by,
    UNITS,
    (by) => words.units[by],
    (by) => change({ by }),
  );
  const measures = choices(
    'as',
    words.as,
    MEASURES,
    (as) => words.shortMeasures[as],
    (as) => change({ as }),
  );
  const widths = choices(
    'smooth',
    words.smooth,
    SMOOTHING,
    (width) => words.smoothing(width, 'month'),
    (smooth) => change({ smooth }),
  );
  const range = rangeForm({}, ({ from = '', to = '' }) => change({ from, to }));
  const whole = button(words.whole, () => change({ from: '', to: '' }), { class: 'word' });
  const element = el(
    'div',
    { class: 'trend-controls', role: 'group', 'aria-label': words.options },
    units.element,
    measures.element,
    widths.element,
    el('div', { class: 'trend-range' }, range, whole),
  );
  return {
    element,
    sync({ as, smooth, from, to }, unit, ends) {
      units.press(unit);
      measures.press(as);
      widths.press(smooth);
      widths.name((width) => words.smoothing(width, unit));
      for (const [name, value] of [
        ['from', from],
        ['to', to],
      ] as const) {
        const input = range.querySelector<HTMLInputElement>(`[data-${name}]`);
        if (!input) continue;
        input.value = value;
        input.placeholder = ends[name] ?? input.placeholder;
      }
      whole.hidden = !from && !to;
    },
  };
}

/** Words of which one is set. */
function choices<T extends string | number>(
  name: string,
  label: string,
  values: readonly T[],
  say: (value: T) => string,
  choose: (value: T) => void,
) {
  const made = values.map((value) => ({
    value,
    word: button(say(value), () => choose(value), { class: 'word', [`data-${name}`]: String(value) }),
  }));
  return {
    element: el('div', { role: 'group', 'aria-label': label }, ...made.map(({ word }) => word)),
    press(chosen: T) {
      for (const { value, word } of made) word.setAttribute('aria-pressed', String(value === chosen));
    },
    name(sayNow: (value: T) => string) {
      for (const { value, word } of made) word.textContent = sayNow(value);
    },
  };
}
