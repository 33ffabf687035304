import { numberedTitle } from './numbered-title.ts';

/** Equal bins of two signatures from which on two texts are the same but for a few words: three quarters of 64. */
const SAME = 48;
/** Bins that are compared at once: at three quarters alike, one of the sixteen groups is equal as good as always. */
const GROUP = 4;
/** Bytes of a signature. */
const BINS = 64;

/** What tells whether two articles are one text. */
interface Signed {
  title: string;
  /** As `signatureOf` makes it. */
  signature: Uint8Array;
}

/**
 * Finds texts that stand more than once: for each article the first of those with the same text, itself where it stands alone.
 * Articles meet only where a group of their bins is equal (locality-sensitive hashing), and each is compared with few of those: as long as sorting takes.
 */
export function firstCopies(articles: readonly Signed[]): Int32Array {
  const signatures = Buffer.alloc(articles.length * BINS);
  const signed: number[] = [];
  for (const [article, { signature }] of articles.entries())
    if (signature.length === BINS) {
      signatures.set(signature, article * BINS);
      signed.push(article);
    }
  const first = Int32Array.from(articles.keys());
  for (const meeting of meetings(signatures, signed)) {
    const other = meeting % PLACES;
    const article = (meeting - other) / PLACES;
    if (first[article] !== article) continue;
    // Only the first of a text stands for it: what is like a copy has to be like what it is a copy of.
    const text = first[other] ?? other;
    if (
      alike(signatures, text, article) &&
      !areNumberedApart(articles[text]?.title ?? '', articles[article]?.title ?? '')
    )
      first[article] = text;
  }
  return first;
}

/**
 * Pairs of articles with an equal group of bins, each a number: the later article times `PLACES`, and the earlier one. In the order of the later ones;
 * each with the first and with the last one before it.
 */
function meetings(signatures: Buffer, signed: readonly number[]): Float64Array {
  const met: number[] = [];
  const keys = new Float64Array(signed.length);
  for (let bin = 0; bin < BINS; bin += GROUP) {
    // Likewise a group and the article it is of: below 2 to the power of 53.
    for (const [at, article] of signed.entries())
      keys[at] = signatures.readUInt32LE(article * BINS + bin) * PLACES + article;
    keys.sort();
    let [group, leader, last] = [-1, 0, 0];
    for (const key of keys) {
      const article = key % PLACES;
      const own = (key - article) / PLACES;
      if (own !== group) [group, leader] = [own, article];
      else {
        met.push(article * PLACES + leader);
        if (last !== leader) met.push(article * PLACES + last);
      }
      last = article;
    }
  }
  return Float64Array.from(met).sort();
}

/** More than an archive has articles. */
const PLACES = 2 ** 21;

function alike(signatures: Buffer, one: number, other: number): boolean {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++)
    if (signatures[one * BINS + bin] === signatures[other * BINS + bin]) equal++;
  return equal >= SAME;
}

/** Whether two titles have other numbers: two versions, two days, two parts tell of themselves in the same words and are two matters. */
function areNumberedApart(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => (title.match(/\d+/g) ?? []).join(' '));
  const [part, otherPart] = [numberedTitle(one)?.number, numberedTitle(other)?.number];
  return (
    (a !== '' && b !== '' && a !== b) || (part !== undefined && otherPart !== undefined && part !== otherPart)
  );
}
