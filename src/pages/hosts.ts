import type { Archive } from '../archive/archive.ts';
import { hostOf } from '../text/host.ts';

/** Hosts of the originals with their numbers of articles, most first; an empty one stands for articles without an address. */
export function hostsOf(entries: Archive['entries']): [host: string, articles: number][] {
  const counts = new Map<string, number>();
  // Nearly all addresses begin like another one: few are taken apart.
  const hosts = new Map<string, string>();
  let [before, host] = ['', ''];
  for (const { url } of entries) {
    if (!url || !before || !url.startsWith(before)) {
      const [start = ''] = /^\w+:\/\/[^/?#]+/.exec(url ?? '') ?? [];
      host = url ? (hosts.get(start) ?? hostOf(url)) : '';
      if (start) hosts.set(start, host);
      before = start && `${start}/`;
    }
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (b === '' || (a !== '' && a < b) ? -1 : 1));
}
