import { fold } from '../search/gram/fold.ts';
import { shed, type Unlisted, withoutParts } from './counted.ts';

/** Runs of Han, and the lengths of the names looked for in them. */
const RUN = /\p{Script=Han}{2,}/gu;
const SHORTEST = 2;
const LONGEST = 5;
/** How many times more often a name stands than its two halves would beside each other by chance. */
const COHESION = 60;
/** Least entropy (bits) of the characters on the side of a name that has fewer: a part of one word has the same neighbour always. */
const ENTROPY = 1.5;
/** Characters that no name begins or ends with: they join words, or count. */
const JOINTS = new Set(
  '的了在是和与及或也都就还又不没有你我他她它们这那个些么什怎如何为对从到把被给用以可能会要让使将已很更最并但而之其该此每各中上下里时后前来去说做看想吗呢吧啊着过地得所等于由向比',
);
const BEGINNINGS = new Set('第几篇种本一二三四五六七八九十两多大好正刚变非令几只只请先再');
const INSIDE = /[的了和与]/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** True for a word of the dictionary: general words are no names. Taken alone, every version of Node knows the same. */
const isWord = (text: string): boolean => [...segmenter.segment(text)].length === 1;

/**
 * Frequent runs of Han that behave like a name: their parts hold together, and many different characters stand beside them
 * (branching entropy and mutual information, after Jin and Tanaka-Ishii 2006), and no dictionary has them.
 */
export function unlistedHan(
  texts: readonly string[],
  listed: ReadonlySet<string>,
  least: number,
): Unlisted[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    for (const run of runsOf(text)) {
      total += run.length;
      for (let at = 0; at < run.length; at++)
        for (let length = 1; length <= LONGEST && at + length <= run.length; length++) {
          const part = run.slice(at, at + length);
          counts.set(part, (counts.get(part) ?? 0) + 1);
        }
    }
    shed(counts);
  }
  const held = new Set(
    [...counts]
      .filter(
        ([name, count]) => count >= least && isNameLike(name) && cohesion(name, counts, total) >= COHESION,
      )
      .map(([name]) => name),
  );
  return withoutParts(
    free(texts, held).filter(
      ({ name, articles }) => articles >= least && !isListed(name, listed) && !isWord(name),
    ),
    '',
  );
}

const runsOf = (text: string): string[] => text.match(RUN) ?? [];

const isNameLike = (name: string): boolean =>
  name.length >= SHORTEST &&
  !BEGINNINGS.has(name[0] ?? '') &&
  !JOINTS.has(name[0] ?? '') &&
  !JOINTS.has(name.at(-1) ?? '') &&
  !INSIDE.test(name);

/** How many times more often a string stands than the halves of its weakest cut would by chance. */
function cohesion(name: string, counts: ReadonlyMap<string, number>, total: number): number {
  const own = counts.get(name) ?? 0;
  let weakest = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < name.length; cut++) {
    const [left, right] = [counts.get(name.slice(0, cut)) ?? own, counts.get(name.slice(cut)) ?? own];
    weakest = Math.min(weakest, (own * total) / (left * right));
  }
  return weakest;
}

/** Strings beside which many different characters stand on either side, with the number of their articles. */
function free(texts: readonly string[], held: ReadonlySet<string>): Unlisted[] {
  const seen = new Map(
    [...held].map((name) => [
      name,
      { articles: 0, before: new Map<string, number>(), after: new Map<string, number>() },
    ]),
  );
  for (const text of texts) {
    const here = new Set<string>();
    for (const run of runsOf(text))
      for (let at = 0; at < run.length; at++)
        for (let length = SHORTEST; length <= LONGEST && at + length <= run.length; length++) {
          const name = run.slice(at, at + length);
          const own = seen.get(name);
          if (!own) continue;
          // The end of a run is a different neighbour each time.
          const edge = `${here.size}`;
          add(own.before, run[at - 1] ?? edge);
          add(own.after, run[at + length] ?? edge);
          if (!here.has(name)) own.articles++;
          here.add(name);
        }
  }
  return [...seen].flatMap(([name, { articles, before, after }]) =>
    Math.min(entropy(before), entropy(after)) >= ENTROPY ? [{ name, articles }] : [],
  );
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Shannon entropy of counts, in bits. */
function entropy(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}

/** True for a listed name, and for one that holds a listed name of two characters or more. */
function isListed(name: string, listed: ReadonlySet<string>): boolean {
  const folded = fold(name);
  for (let at = 0; at < folded.length; at++)
    for (let end = at + 2; end <= folded.length; end++) if (listed.has(folded.slice(at, end))) return true;
  return false;
}
