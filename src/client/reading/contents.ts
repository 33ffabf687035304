import { linkedElement } from '../shared/linked-element.ts';

/** Marks the section being read with `aria-current` in the table of contents, and leads back to it. */
export function wireContents(): void {
  const details = document.querySelector<HTMLDetailsElement>('.contents details');
  if (!details) return;
  const margin = details.closest('.margin');
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of details.querySelectorAll('a')) {
    const heading = linkedElement(link.hash);
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
  wireWayBack(details);
  const watch = new IntersectionObserver(look, { rootMargin: '0px 0px -66%' });
  for (const heading of links.keys()) watch.observe(heading);
}

/** How far one scrolls up, in pixels, before the way back is shown. */
const UP = 24;

/** Offers the way back to the contents while somebody scrolls up: who reads on has the whole window for the text. */
function wireWayBack(contents: Element): void {
  const wayBack = document.querySelector<HTMLElement>('.way-back');
  if (!wayBack) return;
  let turn = scrollY;
  const look = () => {
    const isInSight = contents.getBoundingClientRect().bottom > 0;
    if (scrollY > turn || isInSight) {
      turn = scrollY;
      wayBack.classList.remove('on');
    } else if (turn - scrollY > UP) {
      wayBack.classList.add('on');
      turn = scrollY + UP;
    }
  };
  addEventListener('scroll', look, { passive: true });
}
