import { type Child, fill } from './dom.ts';

/** Draws controls anew: the one that has the focus keeps it, and each row of bars shows its chosen one. */
export function redraw(area: HTMLElement, controls: Child[]): void {
  const focused = focusKey(area);
  fill(area, controls);
  for (const bar of area.querySelectorAll<HTMLElement>('.year[aria-pressed=true]')) {
    const row = bar.parentElement;
    if (row) row.scrollLeft = bar.offsetLeft - row.offsetLeft - row.clientWidth / 2;
  }
  if (!focused) return;
  const same = area.querySelector<HTMLElement>(focused);
  (same ?? area.querySelector('button'))?.focus();
}

/** A selector for the control that has the focus, to find its successor by; null where none has. */
function focusKey(area: HTMLElement): string | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !area.contains(active)) return null;
  const [key, value] = Object.entries(active.dataset)[0] ?? [];
  return key && value !== undefined ? `[data-${key}="${CSS.escape(value)}"]` : null;
}
