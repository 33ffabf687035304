/** Opens the table of contents where the margin holds it, and marks the section being read with `aria-current`. */
export function wireContents(): void {
  const details = document.querySelector<HTMLDetailsElement>('.contents details');
  if (!details) return;
  details.open = matchMedia('(width >= 1100px)').matches;
  const margin = details.closest('.margin');
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of details.querySelectorAll('a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  let current: HTMLAnchorElement | undefined;
  // The current section is the last whose heading has come into the upper third.
  const look = () => {
    const passed = [...links.keys()].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const next = links.get(passed.at(-1) ?? document.body);
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    // A folded part opens for its current heading, and closes behind it.
    for (const part of details.querySelectorAll('details')) part.open = next ? part.contains(next) : false;
    current = next;
    // The margin scrolls by itself where the contents are longer than the window; nothing else may move.
    if (margin && next) margin.scrollTop = next.offsetTop - margin.clientHeight / 2;
  };
  const wayBack = document.querySelector<HTMLElement>('.way-back');
  // Where the contents are in sight there is no way back to them.
  if (wayBack)
    new IntersectionObserver(([seen]) => {
      wayBack.hidden = seen?.isIntersecting === true;
    }).observe(details);
  const watch = new IntersectionObserver(look, { rootMargin: '0px 0px -66%' });
  for (const heading of links.keys()) watch.observe(heading);
}
