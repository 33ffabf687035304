import * as zhHans from './zh-Hans.ts';

/** Every word of the interface: what a language has to provide. */
export type Strings = typeof zhHans;

/** The languages of the interface, by their names in `archive.yml`. A new one is a file and a line here. */
export const locales = { 'zh-Hans': zhHans } satisfies Record<string, Strings>;

/** A language of the interface. */
export type Language = keyof typeof locales;
export const languages = Object.keys(locales) as Language[];
