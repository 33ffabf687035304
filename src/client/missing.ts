import type { Strings } from '../locales/index.ts';

/** Says above the page's content, once, that a part of the site could not be read. */
export function sayMissing(words: Strings['missing']): void {
  const id = 'missing';
  if (document.getElementById(id)) return;
  const line = document.createElement('p');
  line.id = id;
  line.setAttribute('role', 'alert');
  line.textContent = location.protocol === 'file:' ? words.disk : words.net;
  document.getElementById('main')?.prepend(line);
}
