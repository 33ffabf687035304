import { searchUi as words } from '#locale';
import { FILTERS, type Filters } from '../../search/gram/filters.ts';
import { el } from './dom.ts';

const RANGES = FILTERS.filter(({ admits }) => admits);

/** From when, until when: a year or a month each. @param choose takes the conditions with the new range */
export function rangeForm(filters: Filters, choose: (filters: Filters) => void): HTMLFormElement {
  const inputs = RANGES.map(({ name, pattern }) => ({
    name,
    pattern,
    input: el('input', {
      type: 'text',
      inputmode: 'numeric',
      size: '7',
      maxlength: '7',
      placeholder: words.rangePlaceholder,
      'aria-label': words.filters[name].heading,
      [`data-${name}`]: '',
      value: filters[name] ?? '',
    }),
  }));
  const fields = inputs.flatMap(({ input }, at) => (at > 0 ? ['–', input] : [input]));
  const form = el('form', { class: 'search-range', 'aria-label': words.range }, ...fields);
  form.append(el('button', { type: 'submit', class: 'word' }, words.rangeSet));
  for (const { input, pattern } of inputs)
    input.addEventListener('input', () => {
      const isFit = input.value.trim() === '' || pattern.test(monthOf(input.value));
      input.setCustomValidity(isFit ? '' : words.rangeHelp);
    });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const range = inputs.map(({ name, input }) => [name, monthOf(input.value)]);
    choose({ ...filters, ...Object.fromEntries(range) });
  });
  return form;
}

/** `2013年5月`, `2013/5`, `201305` → `2013-05`; what is no date as it is. */
export function monthOf(typed: string): string {
  const [, year, month] = /^\D*(\d{4})\D*(?:(\d{1,2})\D*)?$/.exec(typed.normalize('NFKC')) ?? [];
  if (!year) return typed.trim();
  return month ? `${year}-${month.padStart(2, '0')}` : year;
}
