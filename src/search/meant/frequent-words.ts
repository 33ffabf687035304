/** Words of many titles, by a dictionary and by how often characters stand together. */

/** Han only: there every version of Node divides alike. */
const HAN_RUN = /\p{Script=Han}{2,100}/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters of a word. */
const LONGEST = 4;
/** So often pieces that no dictionary joins must stand together, and in such a share of the places of the rarer one, to be a word (华为, 数据库). */
const TOGETHER = { times: 3, share: 0.3 };

/** Titles that words are learned from: of more, as many that stand evenly among them tell the same. */
const MOST_TITLES = 4_000;

/**
 * The words of some titles with the number of titles that have them, more or less where there are very many, the most frequent first.
 * The dictionary does not know newer words and names and gives them in pieces: those that keep together are words too.
 */
export function frequentWords(all: readonly string[]): [word: string, count: number][] {
  const step = Math.ceil(all.length / MOST_TITLES);
  const titles = all.filter((_, at) => at % step === 0);
  const pieces = new Map<string, number>();
  const joined = new Map<string, { times: number; pieces: readonly string[] }>();
  for (const title of titles) {
    const own = new Set<string>();
    const strings = new Map<string, readonly string[]>();
    for (const [run] of title.matchAll(HAN_RUN)) {
      const row = Array.from(segmenter.segment(run), ({ segment }) => segment);
      row.forEach((piece, from) => {
        own.add(piece);
        let string = piece;
        for (let end = from + 1; end < row.length; end++) {
          string += row[end];
          if (string.length > LONGEST) break;
          strings.set(string, row.slice(from, end + 1));
        }
      });
    }
    for (const piece of own) pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    for (const [string, parts] of strings)
      joined.set(string, { times: (joined.get(string)?.times ?? 0) + 1, pieces: parts });
  }
  const words = new Map([...pieces].filter(([piece]) => [...piece].length > 1));
  for (const [string, { times, pieces: parts }] of joined) {
    const rarest = Math.min(...parts.map((part) => pieces.get(part) ?? 0));
    if (times >= TOGETHER.times && times >= rarest * TOGETHER.share && !words.has(string))
      words.set(string, times);
  }
  return inOrder([...words].map(([word, count]): [string, number] => [word, count * step]));
}

const HAN = /^\p{Script=Han}{1,2}$/u;

/** True for one or two characters of Han. */
export const isHan = (text: string): boolean => HAN.test(text);

/** Words of two characters that are kept of a segment: half as many more as a table has. */
const MOST_PAIRS = 9_000;

/**
 * The words of two characters of a text, by the number of articles that have them and their characters: those that the dictionary knows, and those
 * whose rarer character mostly stands in them; the most frequent ones.
 */
export function wordsOfTwo(counts: ReadonlyMap<string, number>): [word: string, count: number][] {
  const words: [word: string, count: number][] = [];
  for (const [pair, count] of inOrder(counts)) {
    if (words.length === MOST_PAIRS || count < TOGETHER.times) break;
    if ([...pair].length < 2) continue;
    const rarest = Math.min(...Array.from(pair, (char) => counts.get(char) ?? 0));
    if (count >= rarest * TOGETHER.share || [...segmenter.segment(pair)].length === 1)
      words.push([pair, count]);
  }
  return words;
}

/** Words by their numbers, the most frequent first. */
const inOrder = (words: Iterable<[word: string, count: number]>): [word: string, count: number][] =>
  [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
