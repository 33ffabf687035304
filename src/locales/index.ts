import * as zhHans from './zh-Hans.ts';

/** Every word of the interface: what a language has to provide. */
export type Strings = typeof zhHans;

/** The languages of the interface. A new one is a file and a line here. */
export const locales = { 'zh-Hans': zhHans } satisfies Record<string, Strings>;
