import { localDate, withAccessDate } from './access-date.ts';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Wires `<button data-copy="id" data-copied="…">`: copies the element's text, with the day of citing where GB/T 7714 wants it. */
export function wireCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy ?? '');
      if (!source) return;
      try {
        await navigator.clipboard.writeText(withAccessDate(source.textContent ?? '', localDate(new Date())));
      } catch {
        // No clipboard on an insecure origin: the text is selected for the reader's own copy command.
        getSelection()?.selectAllChildren(source);
        return;
      }
      button.textContent = button.dataset.copied ?? '';
      setTimeout(() => {
        button.textContent = label;
      }, SAID);
    });
  }
}
