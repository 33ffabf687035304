import { unread as words } from '#locale';
import { el } from '../search/dom.ts';

/**
 * Why files of the index were not read, and what to do: sentences, and the way to where an archive is kept for reading offline, if this one can be.
 * What `navigator.onLine` says is not asked: a phone whose network is dead calls itself connected.
 * @param root address of the site's root, with its slash
 */
export function unread(root: string): (string | HTMLElement)[] {
  if (location.protocol === 'file:') return [words.disk];
  // Only an archive that can be kept offline has the manifest of an app.
  if (!document.querySelector('link[rel=manifest]')) return [words.net];
  return [words.net, words.toKeep, el('a', { href: `${root}offline.html` }, words.keep), '。'];
}
