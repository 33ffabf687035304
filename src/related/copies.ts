import { numberedTitle } from './numbered-title.ts';

/** Bins of two signatures that are equal where the texts are the same but for a few words: three quarters of 64. */
const SAME = 48;
/** Bins that are looked up together: at three quarters alike, one of the sixteen groups is equal as good as always. */
const GROUP = 4;
/** Articles of a group that a further one is compared with. */
const COMPARED = 4;

/** What tells whether two articles are one text. */
interface Signed {
  title: string;
  /** As `signatureOf` makes it. */
  signature: string;
}

/**
 * Finds texts that stand more than once: for each article the first of those with the same text, itself where it stands alone.
 * Linear: articles meet only in groups of equal bins (locality-sensitive hashing), and only the first few of a group are compared.
 */
export function firstCopies(articles: readonly Signed[]): Int32Array {
  const first = new Int32Array(articles.length);
  const groups = new Map<string, number[]>();
  const signatures = articles.map(({ signature }) => Buffer.from(signature, 'base64'));
  for (const [article, signature] of signatures.entries()) {
    first[article] = article;
    const keys = Array.from(
      { length: signature.length / GROUP },
      (_, group) => `${group}:${signature.readUInt32LE(group * GROUP)}`,
    );
    for (const key of keys) {
      const other = (groups.get(key) ?? []).find((one) => isCopy(one, article));
      if (other === undefined) continue;
      first[article] = other;
      break;
    }
    // Only the first of a text stands for it: what is like a copy has to be like what it is a copy of.
    if (first[article] !== article) continue;
    for (const key of keys) {
      const group = groups.get(key);
      if (!group) groups.set(key, [article]);
      else if (group.length < COMPARED) group.push(article);
    }
  }
  return first;

  function isCopy(one: number, other: number): boolean {
    const [a, b] = [signatures[one], signatures[other]];
    let equal = 0;
    if (a && b) for (const [at, byte] of a.entries()) if (byte === b[at]) equal++;
    return equal >= SAME && !areNumberedApart(articles[one]?.title ?? '', articles[other]?.title ?? '');
  }
}

/** Whether two titles have other numbers: two versions, two days, two parts tell of themselves in the same words and are two matters. */
function areNumberedApart(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => (title.match(/\d+/g) ?? []).join(' '));
  const [part, otherPart] = [numberedTitle(one)?.number, numberedTitle(other)?.number];
  return (
    (a !== '' && b !== '' && a !== b) || (part !== undefined && otherPart !== undefined && part !== otherPart)
  );
}
