/** Reads a preference; null where there is none or the browser keeps nothing (private windows, `file:`). */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a preference, or forgets it (null); where the browser keeps nothing it lasts as long as the page. */
export function keepPreference(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The page itself already shows the choice.
  }
}

/** Name of the preference that shows all pictures of other hosts. @param root address of the site's root */
export const picturesPreference = (root: string): string => `pictures ${new URL(root).pathname}`;
