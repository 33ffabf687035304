/** Marks a row that scrolls where it goes on, so that styles can show it: `data-before`, `data-after`. */
export function watchEdges(row: HTMLElement): void {
  const update = () => {
    row.toggleAttribute('data-before', row.scrollLeft > 1);
    row.toggleAttribute('data-after', row.scrollLeft + row.clientWidth < row.scrollWidth - 1);
  };
  row.addEventListener('scroll', update, { passive: true });
  // It is called at once, too.
  new ResizeObserver(update).observe(row);
}
