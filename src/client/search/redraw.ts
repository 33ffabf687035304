import { type Child, fill } from './dom.ts';
import { watchEdges } from './edges.ts';

/** Draws controls anew: the one that has the focus keeps it, and each row of bars shows its chosen one, or the latest that has any. */
export function redraw(area: HTMLElement, controls: Child[]): void {
  const focused = focusKey(area);
  fill(area, controls);
  for (const row of area.querySelectorAll<HTMLElement>('.search-years,.search-months')) {
    const chosen = row.querySelector<HTMLElement>('[aria-pressed=true]');
    const last = [...row.querySelectorAll<HTMLElement>('button:enabled')].at(-1);
    if (chosen) row.scrollLeft = chosen.offsetLeft - row.offsetLeft - row.clientWidth / 2;
    else if (last) row.scrollLeft = last.offsetLeft - row.offsetLeft + 2 * last.offsetWidth - row.clientWidth;
    watchEdges(row);
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
