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
