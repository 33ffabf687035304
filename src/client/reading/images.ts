/**
 * Pictures of other hosts are links until the reader asks: the first click shows the picture, the next one follows the link.
 * `<a class="image" href="https://…" data-image>description</a>`
 */
export function wireImages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-image]'))
    link.addEventListener('click', (event) => {
      if (!('image' in link.dataset) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const before = [...link.childNodes];
      const image = new Image();
      image.loading = 'lazy';
      image.decoding = 'async';
      image.referrerPolicy = 'no-referrer';
      image.alt = link.dataset.image || (link.textContent ?? '');
      image.addEventListener('error', () => link.replaceChildren(...before));
      image.src = link.href;
      link.removeAttribute('data-image');
      link.replaceChildren(image);
    });
}
