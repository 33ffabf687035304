/** A search form and its field. */
export interface SearchField {
  form: HTMLFormElement;
  input: HTMLInputElement;
}

/** The search form of this page: the first one; null where no engine serves it. */
export function findField(): SearchField | null {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const input = form?.querySelector<HTMLInputElement>('input[name=q]');
  return form?.dataset.engines && input ? { form, input } : null;
}

/** How long typing pauses before a search starts, in milliseconds. */
const PAUSE = 120;

/** True for a key press that belongs to an input method: `keyCode` 229 is how Safari marks the Enter that ends a composition. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Events of a search field. */
export interface FieldEvents {
  /** The text changed and typing paused. Never during a composition. */
  onType(): void;
  /** Enter, or the form's button. Never by the Enter that ends a composition. */
  onSubmit(event: SubmitEvent): void;
}

/** Listens to a search field so that unfinished pinyin is never searched or submitted. */
export function watchField({ form, input }: SearchField, events: FieldEvents): void {
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(events.onType, PAUSE);
  };
  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  input.addEventListener('input', () => {
    if (!composing) typed();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (composing) event.preventDefault();
    else events.onSubmit(event);
  });
}
