import { keepPreference, readPreference } from './preferences.ts';

/** Name under which the browser keeps the settings, as `size=l&font=serif`. */
const STORE = 'reading';

/** What a reader may choose. A setting that was never chosen is absent: style sheets and scripts hold what goes without saying. */
export const SETTINGS = [
  'theme',
  'size',
  'width',
  'line',
  'para',
  'font',
  'align',
  'script',
  'place',
  'keys',
] as const;
export type SettingName = (typeof SETTINGS)[number];
export type Settings = Partial<Record<SettingName, string>>;

/** Reads what was kept: known names, and values that are words. Whatever else stands there is passed over. */
export function readSettings(kept: string | null): Settings {
  const settings: Settings = {};
  const params = new URLSearchParams(kept ?? '');
  for (const name of SETTINGS) {
    const value = params.get(name);
    if (value && /^[a-z]+$/.test(value)) settings[name] = value;
  }
  return settings;
}

/** What `readSettings` reads; null where nothing was chosen. */
export const writeSettings = (settings: Settings): string | null =>
  String(new URLSearchParams(settings)) || null;

/** Shows the kept settings on the root element, as `data-size="l"`: style sheets know them there. */
export function applySettings(): void {
  const kept = readSettings(readPreference(STORE));
  const { dataset } = document.documentElement;
  for (const name of SETTINGS) {
    const value = kept[name];
    if (value) dataset[name] = value;
    else delete dataset[name];
  }
}

/** What a reader chose, also where the browser keeps nothing; undefined for what was left as it is. */
export const settingOf = (name: SettingName): string | undefined => document.documentElement.dataset[name];

/** Chooses; undefined takes a choice back. */
export function choose(name: SettingName, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value) dataset[name] = value;
  else delete dataset[name];
  const settings: Settings = {};
  for (const each of SETTINGS) {
    const chosen = dataset[each];
    if (chosen) settings[each] = chosen;
  }
  keepPreference(STORE, writeSettings(settings));
}

/** Choices as they were kept when colours and single keys had names of their own. Other programs of this host may use the same names: only these words were ours. */
const OLD = [
  ['theme', 'theme', 'light'],
  ['theme', 'theme', 'dark'],
  ['shortcuts', 'keys', 'off'],
] as const;

/** Moves what was chosen under old names to the settings; what was chosen since stays. */
export function moveOldChoices(): void {
  for (const [old, name, value] of OLD) {
    if (readPreference(old) !== value) continue;
    choose(name, settingOf(name) ?? value);
    keepPreference(old, null);
  }
}
