import { keyOf } from '../hash.ts';
import type { Exporter } from './exporter.ts';

/** File with the old addresses of the articles: `npm run deploy-files` makes rules of a host of it. */
export const REDIRECTS_FILE = 'redirects.json';

/** `redirects.json`: `[{"from": "/2013/08/x.html", "to": "2013/08/1.html"}, …]`, where articles have old addresses. */
export const redirects: Exporter = {
  name: 'redirects',
  *files({ archive }) {
    const list = archive.redirects.map(({ from, to }) => ({ from, to }));
    if (list.length === 0) return;
    const text = `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
    yield { path: REDIRECTS_FILE, key: keyOf(text), chunks: () => [text] };
  },
};
