/** A word to press. */
export interface Action {
  text: string;
  /** Words for a screen reader, where the word alone is not enough. */
  label?: string;
  primary?: boolean;
  run: () => void;
}

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

/** The parts of the offline page that change. */
export class OfflineView {
  readonly #state = byId('saving-state');
  readonly #bar = byId('saving-bar') as HTMLProgressElement;
  readonly #figures = byId('saving-figures');
  readonly #actions = byId('saving-actions');
  readonly #room = byId('saving-room');

  /** Says a sentence; screen readers hear it. */
  say(text: string): void {
    if (this.#state.textContent !== text) this.#state.textContent = text;
  }

  /** Goes on where `say` ended. */
  append(text: string): void {
    this.#state.append(text);
  }

  /** Hides the table of what can be saved. */
  hideParts(): void {
    byId('parts').hidden = true;
  }

  /** Shows how far a saving has come; null hides it. */
  progress(progress: { value: number; text: string } | null): void {
    this.#bar.hidden = this.#figures.hidden = progress === null;
    if (!progress) return;
    this.#bar.value = progress.value;
    this.#figures.textContent = progress.text;
  }

  room(text: string): void {
    this.#room.textContent = text;
  }

  /** Puts the words to press below the sentence. The focus stays on the word in its place. */
  actions(actions: readonly Action[]): void {
    fill(this.#actions, actions);
  }

  /** Puts what is saved of a group, and what can be done, into its row. */
  row(id: string, text: string, actions: readonly Action[]): void {
    const cell = document.querySelector<HTMLElement>(`[data-group="${CSS.escape(id)}"] td.state`);
    if (!cell) return;
    fill(cell, actions);
    if (text) cell.prepend(`${text} `);
  }
}

function fill(parent: HTMLElement, actions: readonly Action[]): void {
  const buttons = actions.map(({ text, label, primary, run }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    if (label) button.setAttribute('aria-label', label);
    if (primary) button.className = 'primary';
    button.addEventListener('click', run);
    return button;
  });
  const had = [...parent.children].indexOf(document.activeElement ?? parent);
  parent.replaceChildren(...buttons);
  if (had >= 0) (buttons[had] ?? buttons[0])?.focus();
}

/** A number as people read it. */
export const count = (number: number): string => number.toLocaleString('en-US');
