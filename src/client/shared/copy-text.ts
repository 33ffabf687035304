/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Copies a text; without a clipboard (an insecure origin) its element is selected for the reader's own copy command. The button says `copied` for a moment. */
export async function copyText(
  text: string,
  { button, element, copied }: { button: HTMLElement; element: HTMLElement; copied: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection()?.selectAllChildren(element);
    return;
  }
  const label = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = label;
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, SAID);
}
