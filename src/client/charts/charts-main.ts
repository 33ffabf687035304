/**
 * The bundle of charts that were drawn at build: the Tab key stops once a chart, at its latest mark or the one that was left, and arrow keys lead on
 * from there. Without it no mark is a stop; the table beside has the same links.
 */
import { nextMark } from './next-mark.ts';

for (const figure of document.querySelectorAll('figure:is(.plot, .heat)')) {
  const marks = [...figure.querySelectorAll<SVGAElement>('svg a[tabindex="-1"]')];
  const stopAt = (mark: SVGAElement | undefined): void => {
    for (const other of marks) other.setAttribute('tabindex', other === mark ? '0' : '-1');
  };
  stopAt(marks.at(-1));
  figure.addEventListener('focusin', ({ target }) => {
    const mark = marks.find((one) => one === target);
    if (mark) stopAt(mark);
  });
  figure.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target instanceof SVGAElement ? marks.indexOf(event.target) : -1;
    if (at < 0) return;
    const places = marks.map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const next = nextMark(places, at, event.key, figure.matches('.heat'));
    if (next === null) return;
    event.preventDefault();
    marks[next]?.focus();
  });
}
