/** Headings the archive put back say so when they have the focus; a folded block that a link leads to opens. */
export function wireTargets(): void {
  const text = document.getElementById('text');
  for (const heading of text?.querySelectorAll<HTMLElement>('[data-recovered]') ?? []) {
    heading.tabIndex = 0;
    heading.setAttribute('aria-description', text?.dataset.recovered ?? '');
  }
  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener('hashchange', open);
  open();
}
