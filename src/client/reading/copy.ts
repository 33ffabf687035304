import { copyText } from '../shared/copy-text.ts';
import { localDate } from '../shared/local-date.ts';

/** Wires `<button data-copy="id" data-copied="…">`: copies the element's text, with the day of citing where GB/T 7714 wants it. */
export function wireCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.addEventListener('click', () => {
      const element = document.getElementById(button.dataset.copy ?? '');
      if (!element) return;
      const text = withAccessDate(element.textContent ?? '', localDate(new Date()));
      void copyText(text, { button, element, copied: button.dataset.copied ?? '' });
    });
  }
}

/**
 * Puts the day of citing into a reference, after the date of publication: `[EB/OL]. (2013-08-01)[2026-11-22]. https://…` (GB/T 7714-2015 §4.6).
 * A text that is no such reference comes back as it is.
 * @param today `yyyy-mm-dd`
 */
export function withAccessDate(text: string, today: string): string {
  return text.replace(/^([\s\S]*\[EB\/OL\]\. )(\(\d{4}-\d\d-\d\d\))? ?/, `$1$2[${today}]. `).trim();
}
