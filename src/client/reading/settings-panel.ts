import { tools as words } from '#locale';
import { button, el } from '../search/dom.ts';
import { choose, SETTINGS, type SettingName, settingOf } from '../settings.ts';
import { openSheet } from './sheet.ts';

/** Shows all settings; each works at once, on the page below. @param changed called after a choice */
export function openSettings(changed: (name: SettingName) => void): void {
  const groups = SETTINGS.map((name) => group(name, changed));
  const reset = button(words.reset, () => {
    for (const one of groups) one.querySelector<HTMLInputElement>('[value=default]')?.click();
  });
  openSheet('settings', words.settings, [...groups, el('p', { class: 'note' }, words.note)], [reset]);
}

/** The choices of one setting. */
function group(name: SettingName, changed: (name: SettingName) => void): HTMLElement {
  const { name: legend, values } = words.choices[name];
  const current = settingOf(name) ?? 'default';
  const choices = Object.entries(values).map(([value, label]) => {
    const input = el('input', { type: 'radio', name, value, class: 'visually-hidden' });
    input.checked = value === current;
    input.addEventListener('change', () => {
      choose(name, value === 'default' ? undefined : value);
      changed(name);
    });
    return el('label', {}, input, el('span', {}, label));
  });
  return el(
    'div',
    { role: 'radiogroup', 'aria-label': legend, 'data-set': name },
    el('span', { class: 'name', 'aria-hidden': 'true' }, legend),
    ...choices,
  );
}
