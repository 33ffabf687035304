/** Room between something that floats and what it belongs to, and the window's edge, in pixels. */
const GAP = 6;

/** Puts an element below a box, or above it where there is no room below, whole in the window. It stays there while the page scrolls. */
export function placeBeside(element: HTMLElement, box: DOMRect): void {
  document.body.append(element);
  const { width, height } = element.getBoundingClientRect();
  const below = box.bottom + GAP;
  const top = below + height > innerHeight && box.top - GAP - height >= 0 ? box.top - GAP - height : below;
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
  element.style.left = `${left + scrollX}px`;
  element.style.top = `${top + scrollY}px`;
}
