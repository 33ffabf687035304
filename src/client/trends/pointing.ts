/**
 * Pointing at a chart of lines: with the pointer the nearest point is meant, wherever it is; with arrow keys one walks from point to point, and the
 * Tab key stops once a line. The point that was followed is kept in the history: Back leads to it.
 * @param figure holds the chart
 * @param show is told the number of the period that is pointed at, null where none is
 */
export function wirePointing(figure: Element, show: (at: number | null) => void): void {
  const svg = figure.querySelector('svg');
  if (!svg) return;
  const lines = [...svg.querySelectorAll('.points')].map((group) => [...group.querySelectorAll('.point')]);
  const points = lines.flat().map((element) => ({ element, place: placeOf(element) }));
  let near: Element | null = null;

  function mean(element: Element | null): void {
    near?.classList.remove('near');
    near = element;
    near?.classList.add('near');
    show(near ? periodOf(near) : null);
  }

  /** The point nearest to the pointer; across counts for more than up and down, so that the period is the one below it. */
  function nearest(event: MouseEvent, isLink: boolean): Element | null {
    const { left, top, width } = box(svg);
    const distance = ({ place: { x, y } }: (typeof points)[number]): number =>
      Math.abs((x / 100) * width + left - event.clientX) * 4 + Math.abs(top + y - event.clientY);
    let best: (typeof points)[number] | null = null;
    for (const point of points)
      if ((!isLink || point.element.hasAttribute('href')) && (!best || distance(point) < distance(best)))
        best = point;
    return best?.element ?? null;
  }

  svg.addEventListener('pointermove', (event) => mean(nearest(event, false)));
  svg.addEventListener('pointerleave', () => mean(null));
  svg.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link) {
      remember(link.getAttribute('href') ?? '');
      return;
    }
    const href = nearest(event, true)?.getAttribute('href');
    if (!href) return;
    remember(href);
    location.href = href;
  });
  svg.addEventListener('focusin', ({ target }) => mean(target instanceof Element ? target : null));
  svg.addEventListener('focusout', () => mean(null));
  svg.addEventListener('keydown', (event) => {
    const from = event.target instanceof Element ? event.target : null;
    const next = from && step(lines, from, event.key);
    if (!(next instanceof SVGElement)) return;
    event.preventDefault();
    stopAt(next);
  });

  /** Puts the focus on a point, which becomes the stop of its line. */
  function stopAt(point: SVGElement): void {
    for (const other of lines.find((line) => line.includes(point)) ?? [])
      if (other.hasAttribute('href')) other.setAttribute('tabindex', other === point ? '0' : '-1');
    point.focus();
  }

  const followed = pointIn(history.state);
  const back = points.find(({ element }) => followed && element.getAttribute('href') === followed)?.element;
  if (back instanceof SVGElement) stopAt(back);
}

/** Keeps the address of the point that is followed beside the page's own, for the way back. */
const remember = (href: string): void => history.replaceState({ point: href }, '');

/** The address of a point in an entry of the history, which others may have written; '' for none. */
const pointIn = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'point' in state && typeof state.point === 'string'
    ? state.point
    : '';

/** Where a key leads from a point: along its line, or to the nearest of another line. */
function step(lines: readonly Element[][], from: Element, key: string): Element | null {
  const linked = lines.map((line) => line.filter((point) => point.hasAttribute('href')));
  const number = linked.findIndex((line) => line.includes(from));
  const line = linked[number] ?? [];
  const at = line.indexOf(from);
  if (key === 'ArrowLeft') return line[at - 1] ?? null;
  if (key === 'ArrowRight') return line[at + 1] ?? null;
  if (key === 'Home') return line[0] ?? null;
  if (key === 'End') return line.at(-1) ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const others = linked.filter((one) => one.length > 0);
  const count = others.length;
  const own = others.indexOf(line);
  const other = others[(own + (key === 'ArrowDown' ? 1 : count - 1)) % count] ?? [];
  const { x } = placeOf(from);
  const distance = (point: Element): number => Math.abs(placeOf(point).x - x);
  return other.reduce((best, point) => (distance(point) < distance(best) ? point : best), other[0] ?? from);
}

/** Place of a point: across in percent, down in pixels. */
function placeOf(point: Element): { x: number; y: number } {
  const circle = point.querySelector('circle');
  return { x: Number.parseFloat(circle?.getAttribute('cx') ?? ''), y: Number(circle?.getAttribute('cy')) };
}

const periodOf = (point: Element): number => Number(point.getAttribute('data-at') ?? -1);

const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
