import { keepPreference } from './preferences.ts';

/**
 * Wires the words that choose a theme: `<button data-theme-set="light|dark|system">`, whose `aria-pressed` follows.
 * `system` is the absence of a choice.
 */
export function wireThemeSwitch(): void {
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-theme-set]')];
  const show = () => {
    const current = root.dataset.theme ?? 'system';
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.themeSet === current));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      const chosen = button.dataset.themeSet;
      if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
      else delete root.dataset.theme;
      keepPreference('theme', root.dataset.theme ?? null);
      show();
    });
  show();
}
