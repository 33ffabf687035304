import { button } from './dom.ts';

/** A word that switches an attribute of the results, which styles and further searches keep. */
export function toggle(
  area: HTMLElement,
  name: 'share' | 'narrowing' | 'contexts',
  text: string,
  onSwitch: () => void = () => undefined,
): HTMLButtonElement {
  const word = button(
    text,
    () => {
      word.setAttribute('aria-pressed', String(area.toggleAttribute(`data-${name}`)));
      onSwitch();
    },
    {
      class: `word toggle toggle-${name}`,
      'aria-pressed': String(area.hasAttribute(`data-${name}`)),
      'data-toggle': name,
    },
  );
  return word;
}
