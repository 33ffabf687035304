import { isComposing } from './field.ts';

/** Rows a key moves by; the ends of the list are as far as it goes. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Arrow keys walk from the field through the hits and back; Escape returns to the field.
 * @param hits the links in order, looked up at each key press
 */
export function walkHits(input: HTMLInputElement, area: HTMLElement, hits: () => HTMLElement[]): void {
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const list = hits();
    const active = document.activeElement;
    const at = active instanceof HTMLElement ? list.indexOf(active) : -1;
    const step = STEPS[event.key];
    if (event.key === 'Escape' && at >= 0) input.focus();
    else if (step === undefined || (at < 0 && (step < 0 || active !== input))) return;
    else (list[at + step] ?? (at + step < 0 ? input : list[at]))?.focus();
    event.preventDefault();
  };
  input.addEventListener('keydown', onKey);
  area.addEventListener('keydown', onKey);
}
