import { eachTermOf, termCount, topicHash } from './terms.ts';

/**
 * The terms of all articles, both ways round, in typed arrays: an archive of 100,000 articles has six million of them.
 * An article is its place in the archive's order, a term a number.
 */
export interface TermIndex {
  /** Where the terms of each article begin in `terms`, `weights` and `titled`; one more at the end. */
  from: Int32Array;
  terms: Int32Array;
  /** How much an article is about a term: how often it uses it, times how rare the term is. */
  weights: Uint16Array;
  /** `IN_TITLE` where the title has the term, `IS_TOPIC` where it is a topic, else 0. */
  titled: Uint8Array;
  /** Where the articles of each term begin in `articles` and `places`; one more at the end. */
  postings: Int32Array;
  /** Ascending within a term. */
  articles: Int32Array;
  /** Where in `terms` each of them stands. */
  places: Int32Array;
  /** Articles that are counted where it is told how common a term is: the first of them all. */
  counted: number;
  /** How many of those have each term. */
  counts: Int32Array;
  /** How rare each term is: `rarity`. */
  rarities: Uint8Array;
  /** Length of each article's weights as a vector; 0 where it has none. */
  norms: Float64Array;
  /** Numbers of the terms by their hashes. */
  numbers: ReadonlyMap<number, number>;
}

export const IN_TITLE = 1;
export const IS_TOPIC = 2;

/** How much a term of the title weighs beside one of the text, in halves. */
const TITLE = 3;
/** Weight of a topic, as of a word that a text has four times. */
const TOPIC = 12;

/** What the index needs of an article. */
export interface Indexed {
  terms: Buffer;
  /** Names of its topics: they weigh as much as strings of its title. */
  topics: readonly string[];
}

/**
 * Builds the index of all articles, in the archive's order. Linear in their terms.
 * @param counted how many of them say how rare a term is
 */
export function indexTerms(articles: readonly Indexed[], counted = articles.length): TermIndex {
  const from = new Int32Array(articles.length + 1);
  for (const [article, { terms, topics }] of articles.entries())
    from[article + 1] = (from[article] ?? 0) + termCount(terms) + topics.length;
  const size = from[articles.length] ?? 0;
  const terms = new Int32Array(size);
  const weights = new Uint16Array(size);
  const titled = new Uint8Array(size);
  const numbers = new Map<number, number>();
  let place = 0;
  const add = (hash: number, weight: number, mark: number): void => {
    const number = numbers.get(hash) ?? numbers.size;
    if (number === numbers.size) numbers.set(hash, number);
    terms[place] = number;
    weights[place] = weight;
    titled[place++] = mark;
  };
  for (const { terms, topics } of articles) {
    eachTermOf(terms, (hash, weight, isTitle) => add(hash, weight, isTitle ? IN_TITLE : 0));
    for (const name of topics) add(topicHash(name), TOPIC, IS_TOPIC);
  }
  const lists = invert(terms, from, numbers.size);
  const counts = new Int32Array(numbers.size);
  for (const term of terms.subarray(0, from[counted])) counts[term] = (counts[term] ?? 0) + 1;
  const rarities = Uint8Array.from(counts, (count) => rarity(Math.max(1, count), counted));
  const norms = new Float64Array(articles.length);
  for (const article of norms.keys()) {
    let squares = 0;
    for (let at = from[article] ?? 0; at < (from[article + 1] ?? 0); at++) {
      const halves = (weights[at] ?? 0) * (rarities[terms[at] ?? 0] ?? 0) * (titled[at] ? TITLE : 2);
      weights[at] = halves >> 1;
      squares += (halves >> 1) ** 2;
    }
    norms[article] = Math.sqrt(squares);
  }
  return { from, terms, weights, titled, ...lists, counted, counts, rarities, norms, numbers };
}

/** The articles of each term, by counting. */
function invert(terms: Int32Array, from: Int32Array, count: number) {
  const postings = new Int32Array(count + 1);
  for (const term of terms) postings[term + 1] = (postings[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++)
    postings[term + 1] = (postings[term + 1] ?? 0) + (postings[term] ?? 0);
  const next = postings.slice();
  const articles = new Int32Array(terms.length);
  const places = new Int32Array(terms.length);
  for (let article = 0; article < from.length - 1; article++)
    for (let place = from[article] ?? 0; place < (from[article + 1] ?? 0); place++) {
      const term = terms[place] ?? 0;
      const slot = next[term] ?? 0;
      next[term] = slot + 1;
      articles[slot] = article;
      places[slot] = place;
    }
  return { postings, articles, places };
}

/**
 * How rare a term is that `count` of `all` articles have: twice the binary logarithm of their quotient, each rounded down to a half octave. So a new
 * article changes what a term weighs only where its number crosses one of few bounds, and the weights of all together only where the archive does.
 */
export const rarity = (count: number, all: number): number =>
  Math.max(0, halfOctaves(all) - halfOctaves(count));

function halfOctaves(count: number): number {
  const octave = 31 - Math.clz32(count);
  return octave * 2 + Number(count * 2 >= 3 * 2 ** octave);
}
