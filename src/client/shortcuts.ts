import { isComposing } from './search/field.ts';
import { settingOf } from './settings.ts';

/** The part of a key press that `commandOf` reads. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/** Every single-key shortcut. The help lists them in this order. */
export const SINGLE_KEYS = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  q: 'quote',
  v: 'picture',
  ',': 'settings',
  '?': 'keys',
} as const;
export type Command = (typeof SINGLE_KEYS)[keyof typeof SINGLE_KEYS];

/**
 * The command of a key press: Ctrl/⌘-K goes to the search field anywhere, single keys do outside of fields what the table says.
 * @param typing the focus is where letters are typed
 * @param single single-key shortcuts are on (WCAG 2.1.4 wants them switchable)
 */
export function commandOf(press: Press, typing: boolean, single: boolean): Command | null {
  if (isComposing(press) || press.altKey) return null;
  if (press.ctrlKey !== press.metaKey) return press.key.toLowerCase() === 'k' ? 'search' : null;
  if (press.ctrlKey || !single || typing) return null;
  const keys: Partial<Record<string, Command>> = SINGLE_KEYS;
  return Object.hasOwn(keys, press.key) ? (keys[press.key] ?? null) : null;
}

/** Elements that take letters, if only to find a choice by them. */
const TYPED = 'input:not([type=radio],[type=checkbox]),textarea,select';
/** True where letters typed go into the element. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED));

/** The command of a key pressed on this page, as its reader has it set. */
export const commandHere = (event: KeyboardEvent): Command | null =>
  event.defaultPrevented ? null : commandOf(event, isTyping(event.target), settingOf('keys') !== 'off');
