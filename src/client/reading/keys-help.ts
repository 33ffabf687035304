import { tools as words } from '#locale';
import { el } from '../search/dom.ts';
import { settingOf } from '../settings.ts';
import { SINGLE_KEYS } from '../shortcuts.ts';
import { openSheet } from './sheet.ts';

/** Shows what keys do: the table of shortcuts itself. */
export function openKeys(): void {
  const rows = Object.entries(SINGLE_KEYS).map(([key, command]) => [key, words.commands[command]]);
  const all = [
    ...rows,
    [words.always, words.commands.search],
    [words.arrows, words.inCharts],
    [words.escape, words.escapes],
  ];
  const list = el(
    'dl',
    { class: 'keys' },
    ...all.flatMap(([key = '', does = '']) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, does)]),
  );
  const off = settingOf('keys') === 'off' ? el('p', { class: 'note' }, words.keysOff) : null;
  openSheet('keys', words.keysTitle, [list, off], []);
}
