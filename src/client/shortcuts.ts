import { keepPreference, readPreference } from './preferences.ts';
import { isComposing } from './search/field.ts';

/** The part of a key press that `wantsSearch` reads. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/**
 * True for a key press that asks for the search field: Ctrl/⌘-K anywhere, `/` outside of fields.
 * @param typing the focus is where letters are typed
 * @param single single-key shortcuts are on (WCAG 2.1.4 wants them switchable)
 */
export function wantsSearch(press: Press, typing: boolean, single: boolean): boolean {
  if (isComposing(press) || press.altKey) return false;
  if (press.ctrlKey !== press.metaKey) return press.key.toLowerCase() === 'k';
  return press.key === '/' && !press.ctrlKey && single && !typing;
}

/** True where letters typed go into the element. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input,textarea,select'));

/** True unless the reader switched single-key shortcuts off. */
export const singleKeys = (): boolean => readPreference('shortcuts') !== 'off';

/** Wires the setting `<input type="checkbox" data-setting="shortcuts">`. */
export function wireShortcutSetting(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-setting=shortcuts]')) {
    box.checked = singleKeys();
    box.addEventListener('change', () => keepPreference('shortcuts', box.checked ? null : 'off'));
  }
}
