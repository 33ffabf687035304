import { readingUi as words } from '#locale';
import { el } from '../search/dom.ts';
import { copyText } from '../shared/copy-text.ts';

/** Gives blocks of code and tables their tools, and says where one is cut at the edge of the column (`data-cut`). */
export function wireBlocks(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('#text :is(pre, .scroll)')];
  const look = (block: HTMLElement) => {
    const hidden = block.scrollWidth - block.clientWidth;
    block.toggleAttribute('data-cut', hidden - block.scrollLeft > 1);
    // Only what scrolls is a stop on the keyboard's way.
    if (hidden > 1) block.tabIndex = 0;
    else if (block !== document.activeElement) block.removeAttribute('tabindex');
    const wrap = block.previousElementSibling?.querySelector<HTMLElement>('.wrap');
    if (wrap) wrap.hidden = hidden <= 1 && !block.matches('.wrapped');
  };
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) if (target instanceof HTMLElement) look(target);
  });
  for (const formula of document.querySelectorAll('#text .formula')) watch.observe(formula);
  for (const block of blocks) {
    block.before(toolsOf(block));
    block.addEventListener('scroll', () => look(block), { passive: true });
    watch.observe(block);
  }
}

/** The words above a block. They are no text of the article. */
function toolsOf(block: HTMLElement): HTMLElement {
  const wrap = el(
    'button',
    { type: 'button', class: 'wrap', 'aria-pressed': 'false', hidden: '' },
    words.wrap,
  );
  wrap.addEventListener('click', () =>
    wrap.setAttribute('aria-pressed', String(block.classList.toggle('wrapped'))),
  );
  const copy = el('button', { type: 'button', 'aria-live': 'polite' }, words.copy);
  copy.addEventListener(
    'click',
    () => void copyText(textOf(block), { button: copy, element: block, copied: words.copied }),
  );
  return el('div', { class: 'tools', 'data-skip': '' }, el('p', {}, wrap, copy));
}

/** Code as it stands; a table as a spreadsheet takes it. */
function textOf(block: HTMLElement): string {
  if (!block.matches('.scroll')) return block.textContent ?? '';
  return Array.from(block.querySelectorAll('tr'), (row) =>
    Array.from(row.cells, (cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join('\t'),
  ).join('\n');
}
