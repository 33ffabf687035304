import { missing } from '../locales/zh-Hans.ts';

/** Says above the page's content, once, that a part of the site could not be read. */
export function sayMissing(): void {
  const id = 'missing';
  if (document.getElementById(id)) return;
  const line = document.createElement('p');
  line.id = id;
  line.setAttribute('role', 'alert');
  line.textContent = location.protocol === 'file:' ? missing.disk : missing.net;
  document.getElementById('main')?.prepend(line);
}
