/**
 * Address of the site's root, with its slash: scripts stand in `assets/`, one step below it.
 * To be called while the script runs for the first time.
 * @throws {Error} outside a classic script
 */
export function siteRoot(): string {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) throw new Error('no classic script');
  return new URL('../', script.src).href;
}

/** Address of a file of the site: each step of the path escaped, so that a `#` or `?` in a name stays part of it. */
export const siteUrl = (path: string, root: string): string =>
  root + path.split('/').map(encodeURIComponent).join('/');
