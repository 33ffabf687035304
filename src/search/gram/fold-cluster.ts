import { SIMPLIFIED, TRADITIONAL } from './fold-table.ts';
import { unpackNumbers } from './packed-numbers.ts';

/** Folding of one cluster: a character with the combining marks and jamo that NFKC may join to it. */

const toSimplified = new Map<string, string>();
{
  const traditional = unpackNumbers(TRADITIONAL);
  let from = 0;
  let to = 0;
  unpackNumbers(SIMPLIFIED).forEach((distance, at) => {
    to += distance;
    from += traditional[at] ?? 0;
    toSimplified.set(String.fromCodePoint(from), String.fromCodePoint(to));
  });
}

/** Zero-width space, word joiner, byte order mark, soft hyphen, variation selectors: nobody types them, scrapers leave them. */
const INVISIBLE = /\u00ad|\u200b|\u2060|\ufeff|[\ufe00-\ufe0f]/g;
const MARK = /^\p{M}/u;

/** True for a character that NFKC may join to the one before it (marks, voicing marks, Hangul vowels and finals). */
export function joins(char: string): boolean {
  const first = char.normalize('NFKD');
  if (MARK.test(first)) return true;
  const code = first.charCodeAt(0);
  return (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7ff);
}

/** Signs that writers and their machines put one for the other. */
const SIGNS = new Map<string, string>();
for (const [one, all] of [
  ["'", '‘’‚‛ʼ′`´'],
  ['"', '“”„‟″'],
  ['-', '‐‑‒–—―−﹣'],
] as const)
  for (const char of all) SIGNS.set(char, one);

/** Folds a cluster. */
export function foldCluster(cluster: string): string {
  const lower = cluster.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().normalize('NFKC');
  let out = '';
  for (const char of lower)
    out += char === 'ς' ? 'σ' : /\s/.test(char) ? ' ' : (SIGNS.get(char) ?? toSimplified.get(char) ?? char);
  return out;
}
