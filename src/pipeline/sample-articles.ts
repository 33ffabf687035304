import type { Entry } from '../types.ts';

/**
 * Numbers of the articles to check, ascending. A sample goes by the articles' hashes, so that it is as good as drawn by lot, and
 * mostly the same one when an article comes.
 * @param most characters of text between them, unless the first has more
 */
export function sampleArticles(entries: readonly Pick<Entry, 'hash' | 'chars'>[], most: number): number[] {
  const all = entries.reduce((sum, { chars }) => sum + chars, 0);
  // Hashes are as good as evenly spread: a few more than are wanted, and only those are put in order.
  for (let share = (2 * most + 1) / Math.max(1, all); ; share *= 2) {
    const some = lotsBelow(entries, share);
    some.sort((a, b) => a.lot - b.lot || a.number - b.number);
    const chosen: number[] = [];
    let chars = 0;
    for (const { number } of some) {
      chars += entries[number]?.chars ?? 0;
      if (chars > most && chosen.length > 0) return chosen.sort((a, b) => a - b);
      chosen.push(number);
    }
    if (share >= 1) return chosen.sort((a, b) => a - b);
  }
}

/** The lots of those articles whose hash is among the lowest. @param share of all hashes there may be */
function lotsBelow(
  entries: readonly Pick<Entry, 'hash'>[],
  share: number,
): { number: number; lot: number }[] {
  const bound = Math.floor(share * 16 ** 4)
    .toString(16)
    .padStart(4, '0');
  return [...entries.entries()]
    .filter(([, { hash }]) => share >= 1 || hash < bound)
    .map(([number, { hash }]) => ({ number, lot: Number.parseInt(hash.slice(0, 12), 16) }));
}
