import { IN_TITLE, IS_TOPIC, type TermIndex } from './term-index.ts';

/** Terms of an article that others are looked for by, and articles on either side of it that each of them gives. */
const ASKED = 24;
export const REACH = 32;
/** Articles after which no further term is asked for: rare terms give few, so that most articles are asked for by all. */
const ENOUGH = 250;
/** Share of the archive that may have a term that is asked for. */
const COMMON = 1 / 8;
/** Articles on either side that are compared term by term. */
const COMPARED = 8;

/** An article like another. */
export interface Near {
  position: number;
  /** Cosine of the angle between their weights, 0 to 1. */
  score: number;
  /** Rarity of the rarest term that both titles have. */
  anchor: number;
  /** Sum of the rarities of the topics that both have. */
  topic: number;
}

/** Finds the articles most like one. Keeps arrays as long as the archive and its terms, so one finder serves all articles. */
export class NearestFinder {
  readonly #index: TermIndex;
  /** Sums of products by article, and which articles have one. */
  readonly #sums: Int32Array;
  readonly #touched: Int32Array;
  /** Weights of the article that is asked about by term, and how its title has each. */
  readonly #weights: Uint16Array;
  readonly #titled: Uint8Array;
  readonly #most: number;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#sums = new Int32Array(index.norms.length);
    this.#touched = new Int32Array(index.norms.length);
    this.#weights = new Uint16Array(index.rarities.length);
    this.#titled = new Uint8Array(index.rarities.length);
    this.#most = Math.max(8, index.counted * COMMON);
  }

  /**
   * The articles most like one, the best dozen before and after it in the archive's order, best first. The work is bounded: an article is found if it
   * is among the nearest few dozen, in order, that have one of the most telling terms.
   */
  of(article: number): { before: Near[]; after: Near[] } {
    const { from, norms } = this.#index;
    const [begin = 0, end = 0] = [from[article], from[article + 1]];
    if (!norms[article]) return { before: [], after: [] };
    const count = this.#gather(article, this.#asked(begin, end));
    // In the loops that run millions of times fields are looked up once.
    const [sums, touched] = [this.#sums, this.#touched];
    const before = new Best(COMPARED);
    const after = new Best(COMPARED);
    for (let at = 0; at < count; at++) {
      const other = touched[at] ?? 0;
      (other < article ? before : after).offer(other, (sums[other] ?? 0) / (norms[other] || 1));
      sums[other] = 0;
    }
    this.#load(begin, end);
    const compared = { before: this.#compare(article, before), after: this.#compare(article, after) };
    for (let place = begin; place < end; place++) this.#weights[this.#index.terms[place] ?? 0] = 0;
    return compared;
  }

  /** Likeness of two articles. */
  between(article: number, other: number): Near {
    const { from, terms } = this.#index;
    const [begin = 0, end = 0] = [from[article], from[article + 1]];
    this.#load(begin, end);
    const near = this.#score(article, other);
    for (let place = begin; place < end; place++) this.#weights[terms[place] ?? 0] = 0;
    return near;
  }

  /** Places of the most telling terms that some other article has and not too many have. */
  #asked(begin: number, end: number): number[] {
    const { terms, weights, postings, counts } = this.#index;
    const asked: number[] = [];
    for (let place = begin; place < end; place++) {
      const term = terms[place] ?? 0;
      const isShared = (postings[term + 1] ?? 0) - (postings[term] ?? 0) > 1;
      if (isShared && (counts[term] ?? 0) <= this.#most) asked.push(place);
    }
    // By weight, then by number: numbers are given in the order in which terms first come.
    return asked.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, ASKED);
  }

  /** Adds up what the postings of some terms give, those nearest in order. @returns how many articles have a sum */
  #gather(article: number, asked: readonly number[]): number {
    const { terms, weights, postings, articles, places } = this.#index;
    const [sums, touched] = [this.#sums, this.#touched];
    let count = 0;
    let read = 0;
    for (const place of asked) {
      if (read > ENOUGH) break;
      const term = terms[place] ?? 0;
      const weight = weights[place] ?? 0;
      const [first = 0, last = 0] = [postings[term], postings[term + 1]];
      const own = placeOf(articles, article, first, last);
      const start = Math.max(first, own - REACH);
      const stop = Math.min(last, own + 1 + REACH);
      read += stop - start;
      for (let slot = start; slot < stop; slot++) {
        const other = articles[slot] ?? 0;
        if (other === article) continue;
        const sum = sums[other] ?? 0;
        if (sum === 0) touched[count++] = other;
        sums[other] = sum + weight * (weights[places[slot] ?? 0] ?? 0);
      }
    }
    return count;
  }

  #load(begin: number, end: number): void {
    const { terms, weights, titled } = this.#index;
    for (let place = begin; place < end; place++) {
      const term = terms[place] ?? 0;
      this.#weights[term] = weights[place] ?? 0;
      this.#titled[term] = titled[place] ?? 0;
    }
  }

  #compare(article: number, best: Best): Near[] {
    return best.positions
      .map((other) => this.#score(article, other))
      .sort((a, b) => b.score - a.score || a.position - b.position);
  }

  /** Compares the article whose weights are loaded with another. */
  #score(article: number, other: number): Near {
    const { from, terms, weights, titled, rarities, norms } = this.#index;
    const asked = this.#weights;
    let [products, anchor, topic] = [0, 0, 0];
    const end = from[other + 1] ?? 0;
    for (let place = from[other] ?? 0; place < end; place++) {
      const term = terms[place] ?? 0;
      const mine = asked[term] ?? 0;
      if (mine === 0) continue;
      products += mine * (weights[place] ?? 0);
      const mark = titled[place];
      if (mark === IN_TITLE && this.#titled[term] === mark) anchor = Math.max(anchor, rarities[term] ?? 0);
      else if (mark === IS_TOPIC) topic += rarities[term] ?? 0;
    }
    const lengths = (norms[article] ?? 0) * (norms[other] ?? 0);
    return { position: other, score: lengths > 0 ? products / lengths : 0, anchor, topic };
  }
}

/** The few of many with the highest ranks; of equals the one that came first. */
class Best {
  readonly positions: number[] = [];
  readonly #ranks: number[] = [];
  readonly #size: number;
  /** The lowest rank that is kept, once there are so many. */
  #least = 0;

  constructor(size: number) {
    this.#size = size;
  }

  offer(position: number, rank: number): void {
    // Nearly all come too late: that is told first.
    if (rank <= this.#least) return;
    let at = this.#ranks.length;
    while (at > 0 && rank > (this.#ranks[at - 1] ?? 0)) at--;
    this.#ranks.splice(at, 0, rank);
    this.positions.splice(at, 0, position);
    if (this.positions.length > this.#size) {
      this.positions.pop();
      this.#ranks.pop();
    }
    if (this.positions.length === this.#size) this.#least = this.#ranks.at(-1) ?? 0;
  }
}

/** Where in an ascending stretch of a list a number stands, or would. */
export function placeOf(list: ArrayLike<number>, number: number, from = 0, to = list.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
