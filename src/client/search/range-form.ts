import { searchUi as words } from '#locale';
import { FILTERS, type Filters } from '../../search/gram/filters.ts';
import { button, type Child, el, fill } from './dom.ts';
import { readMonth } from './read-month.ts';

const RANGES = FILTERS.filter(({ admits }) => admits);

/** From when, until when: a year or a month each. What is no such range is named and not searched. @param choose takes the conditions with the new range */
export function rangeForm(filters: Filters, choose: (filters: Filters) => void): HTMLFormElement {
  const inputs = RANGES.map(({ name }) => ({
    name,
    input: el('input', {
      type: 'text',
      inputmode: 'numeric',
      size: '7',
      maxlength: '20',
      placeholder: words.rangePlaceholder,
      'aria-label': words.filters[name].heading,
      'aria-describedby': FAULT,
      [`data-${name}`]: '',
      value: filters[name] ?? '',
    }),
  }));
  const fields = inputs.flatMap(({ input }, at) => (at > 0 ? ['–', input] : [input]));
  const set = el('button', { type: 'submit', class: 'word' }, words.rangeSet);
  const fault = el('p', { class: 'search-range-fault', id: FAULT, role: 'alert' });
  const attributes = { class: 'search-range', 'aria-label': words.range };
  const form = el('form', attributes, ...fields, set, fault);

  /** Names what is wrong; marks the fields that are. */
  function blame(wrong: readonly HTMLInputElement[], ...said: Child[]): void {
    for (const { input } of inputs) input.toggleAttribute('aria-invalid', wrong.includes(input));
    fill(fault, said);
  }

  /** Names two ends in the wrong order, and offers to change them. */
  function blameOrder(range: Filters): void {
    const [from = '', to = ''] = RANGES.map(({ name }) => range[name]);
    const swapped = { ...filters, from: to, to: from };
    const swap = button(words.rangeSwap, () => choose(swapped), { class: 'word', 'data-swap': '' });
    blame(
      inputs.map(({ input }) => input),
      `${words.rangeReversed(from, to)} `,
      swap,
    );
  }

  for (const { input } of inputs) input.addEventListener('input', () => blame([]));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const read = inputs.map(({ name, input }) => ({ name, input, ...readMonth(input.value) }));
    const [bad] = read.filter(({ fault }) => fault);
    if (bad) {
      blame([bad.input], bad.fault);
      bad.input.focus();
      return;
    }
    const range: Filters = {
      ...filters,
      ...Object.fromEntries(read.map(({ name, value }) => [name, value])),
    };
    if (isReversed(range)) blameOrder(range);
    else choose(range);
  });
  if (isReversed(filters)) blameOrder(filters);
  return form;
}

/** Id of the sentence about what is wrong. */
const FAULT = 'search-range-fault';

/** True where a range begins after its end; a year begins with its first month and ends with its last. */
export function isReversed({ from, to }: Filters): boolean {
  if (!from || !to) return false;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) > to.slice(0, length);
}
