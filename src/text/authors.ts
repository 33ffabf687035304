/** Stands between the names of several authors in a byline. */
const BETWEEN = '、';

/** The names in a byline: each author has a page. */
export const authorsOf = (byline: string): string[] => byline.split(BETWEEN);

/** The byline of some names, each once. */
export const bylineOf = (names: readonly string[]): string => [...new Set(names)].join(BETWEEN);
