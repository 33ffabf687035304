/**
 * Pictures of other hosts are links until the reader asks: the first click shows the picture, the next one follows the link.
 * `<a class="image" href="https://…" data-image="host" data-width="…" data-height="…">description</a>`
 */
export function wireImages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-image]'))
    link.addEventListener('click', (event) => {
      const { image, width, height } = link.dataset;
      if (image === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const description = [...link.childNodes];
      const picture = new Image(Number(width) || undefined, Number(height) || undefined);
      picture.decoding = 'async';
      picture.referrerPolicy = 'no-referrer';
      picture.alt = link.textContent ?? '';
      // Where the picture is gone, its description stays, and the link leads to where it was.
      picture.addEventListener('error', () => link.replaceChildren(...description));
      picture.src = link.href;
      delete link.dataset.image;
      link.replaceChildren(picture);
    });
}
