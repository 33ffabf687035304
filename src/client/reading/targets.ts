/** Opens a folded block that a link leads to, once the browser has gone there. */
export function openTarget(): void {
  const target = document.querySelector<HTMLDetailsElement>('details:target');
  if (target) target.open = true;
}

/** Headings that the archive put back say so when they have the focus. */
export function wireRecovered(): void {
  const text = document.getElementById('text');
  for (const heading of text?.querySelectorAll<HTMLElement>('[data-recovered]') ?? []) {
    heading.tabIndex = 0;
    heading.setAttribute('aria-description', text?.dataset.recovered ?? '');
  }
}
