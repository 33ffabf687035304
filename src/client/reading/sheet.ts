import { tools as words } from '#locale';
import { button, type Child, el } from '../search/dom.ts';

/**
 * Opens a window above the page; one at a time. Escape, its button and a click beside it close it, and the focus goes back where it was.
 * @param name of the sheet, by which it is known as open
 * @returns null where it was open, and is closed
 */
export function openSheet(
  name: string,
  title: string,
  content: readonly Child[],
  foot: readonly Child[],
): HTMLDialogElement | null {
  // One that was just closed stands there until the browser tells of it.
  const open = document.querySelector<HTMLDialogElement>('dialog.sheet[open]');
  open?.close();
  if (open?.dataset.sheet === name) return null;
  const heading = el('h2', { id: 'sheet-title' }, title);
  const sheet = el(
    'dialog',
    { class: 'sheet', 'data-sheet': name, 'data-skip': '', 'aria-labelledby': heading.id },
    heading,
    ...content,
    el(
      'p',
      { class: 'foot' },
      ...foot,
      button(words.close, () => sheet.close()),
    ),
  );
  sheet.addEventListener('close', () => sheet.remove());
  sheet.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = sheet.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    // A key that clicks has no place.
    if (target === sheet && !isInside) sheet.close();
  });
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}
