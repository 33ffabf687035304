/** How far below the window something already counts as seen. */
const MARGIN = '0px 0px 100px 0px';

/** Calls `then` once, when an element comes into sight. @returns stops waiting for it */
export function whenSeen(element: Element, then: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
