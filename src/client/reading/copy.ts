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

/** A moment's day on the reader's calendar, `yyyy-mm-dd`. */
export function localDate(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Puts the day of citing into a reference, after the date of publication: `[EB/OL]. (2013-08-01)[2026-11-22]. https://…` (GB/T 7714-2015 §4.6).
 * A text that is no such reference comes back as it is.
 * @param today `yyyy-mm-dd`
 */
export function withAccessDate(text: string, today: string): string {
  return text.replace(/^([\s\S]*\[EB\/OL\]\. )(\(\d{4}-\d\d-\d\d\))? ?/, `$1$2[${today}]. `).trim();
}
