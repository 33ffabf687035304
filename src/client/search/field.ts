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
