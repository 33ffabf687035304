import type { ThreadKind } from '../archive/relations.ts';
import { fold } from '../search/gram/fold.ts';
import { phrasesOf } from '../text/phrases.ts';
import { isCommonPair, isCommonWord } from './common.ts';
import { numberedTitle } from './numbered-title.ts';
import { IN_TITLE } from './term-index.ts';
import type { FoundThread, Titles } from './titles.ts';

/** What the runs of one kind have to be. */
interface Bounds {
  /** Fewest articles. */
  length: number;
  /** Days after which a matter that nobody wrote of is over. */
  pause: number;
  /** How alike an article and the one before it have to be. */
  alike: number;
}

/** Titles of one head: «进程间通信：共享存储», «进程间通信：套接字和信号». */
const HEADED: Bounds = { length: 3, pause: 120, alike: 0.14 };
const HEAD = /^(.{3,40}?)\s*(?:之?\s*(?:[：:]|—+|--+|\s-\s)|之\s)/u;
/** Units of a head that tells. */
const SHORTEST_HEAD = 4;

/** Titles that only have a string in common. */
const EVENT: Bounds = { length: 4, pause: 30, alike: 0.2 };
/** Most titles that may have it. */
const TITLES = 80;
/** Share of them that the run has to hold: the name of a field is in the titles of all years. */
const BURST = 1 / 2;
/** Units of a name that tells. */
const SHORTEST_NAME = 3;

/** Finds articles of one head that follow one another: «树莓派自建云盘——数据备份». A head by itself is the name of a column. */
export function* headedThreads(titles: Titles): Generator<FoundThread> {
  const groups = new Map<string, { name: string; positions: number[] }>();
  for (const [position, { title, date }] of titles.articles.entries()) {
    const name = titles.free[position] && date ? HEAD.exec(title.slice(0, LOOKED_AT))?.[1] : undefined;
    const key = fold(name ?? '').replace(/\s/g, '');
    if (name === undefined || key.length < SHORTEST_HEAD) continue;
    const group = groups.get(key) ?? { name, positions: [] };
    groups.set(key, group);
    group.positions.push(position);
  }
  for (const { name, positions } of groups.values())
    for (const run of runsOf(positions, titles, HEADED)) yield numberedThreadOf(name, run, titles);
}

/** Finds events: articles, each soon after the one before and like it, whose titles have a string in common that hardly any others have. */
export function* eventThreads(titles: Titles): Generator<FoundThread> {
  const { articles, free, index } = titles;
  const seen = new Set<string>();
  const found: FoundThread[] = [];
  for (let term = 0; term < index.rarities.length; term++) {
    const positions: number[] = [];
    const last = index.postings[term + 1] ?? 0;
    for (let slot = index.postings[term] ?? 0; slot < last && positions.length <= TITLES; slot++) {
      const position = index.articles[slot] ?? 0;
      if (index.titled[index.places[slot] ?? 0] === IN_TITLE && free[position] && articles[position]?.date)
        positions.push(position);
    }
    if (positions.length < EVENT.length || positions.length > TITLES) continue;
    for (const run of runsOf(positions, titles, EVENT)) {
      const key = run.join(' ');
      if (run.length < positions.length * BURST || seen.has(key)) continue;
      seen.add(key);
      const name = commonName(run.map((position) => articles[position]?.title ?? ''));
      if (name !== null && name.length >= SHORTEST_NAME) found.push(threadOf('event', name, run));
    }
  }
  // Several strings may be in titles of one matter: the one that more articles have names it.
  yield* found.sort(
    (a, b) =>
      b.members.length - a.members.length ||
      b.name.length - a.name.length ||
      (a.members[0]?.position ?? 0) - (b.members[0]?.position ?? 0),
  );
}

const threadOf = (kind: ThreadKind, name: string, run: readonly number[]): FoundThread => ({
  kind,
  name,
  members: run.map((position, at) => ({ position, number: at + 1 })),
});

/** A thread by the numbers of its titles where each has another: «区块链：金融（三）», «区块链：合约（六）»; else by time. */
function numberedThreadOf(name: string, run: readonly number[], { articles }: Titles): FoundThread {
  const members = run.flatMap((position) => {
    const found = numberedTitle(articles[position]?.title ?? '');
    return found ? { position, number: found.number } : [];
  });
  const isNumbered =
    members.length === run.length && new Set(members.map(({ number }) => number)).size === run.length;
  return isNumbered
    ? { kind: 'series', name, members: members.sort((a, b) => a.number - b.number) }
    : threadOf('headed', name, run);
}

/** Cuts positions, oldest first, where a matter ends; runs that are long enough. */
function runsOf(
  positions: readonly number[],
  { articles, finder }: Titles,
  { length, pause, alike }: Bounds,
): number[][] {
  const dayOf = (position = 0): number => Date.parse(articles[position]?.date ?? '') / 86_400_000;
  const runs: number[][] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn =
      before !== undefined &&
      dayOf(position) - dayOf(before) <= pause &&
      finder.between(before, position).score >= alike;
    if (run && goesOn) run.push(position);
    else runs.push([position]);
  }
  return runs.filter((run) => run.length >= length);
}

/** Units of a title that a name is looked for in. */
const LOOKED_AT = 100;
const EDGES = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** The longest string of whole words that all titles have and that says something, as the first of them writes it; null where they have none. */
export function commonName(titles: readonly string[]): string | null {
  const [first = '', ...others] = titles.map((title) => title.slice(0, LOOKED_AT));
  const folded = others.map(fold);
  const phrases = phrasesOf(first);
  let best: string | null = null;
  for (let from = 0; from < phrases.length; from++)
    for (let to = phrases.length; to > from; to--) {
      const name = phrases.slice(from, to).join('').replace(EDGES, '');
      if (name.length <= (best?.length ?? 0)) break;
      const wanted = fold(name);
      if (says(wanted) && folded.every((title) => hasWords(title, wanted))) best = name;
    }
  return best;
}

/** Whether a string stands in a title, and not as a piece of a Latin word. */
function hasWords(title: string, wanted: string): boolean {
  for (let at = title.indexOf(wanted); at >= 0; at = title.indexOf(wanted, at + 1)) {
    const [before, after] = [title.slice(0, at), title.slice(at + wanted.length)];
    const isCut =
      (/[a-z0-9]$/.test(before) && /^[a-z0-9]/.test(wanted)) ||
      (/[a-z0-9]$/.test(wanted) && /^[a-z0-9]/.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** Whether a folded string has a word or a pair of Han that is not of every text. */
function says(text: string): boolean {
  for (const [word] of text.matchAll(/[a-z][a-z0-9+#.]{2,}/g)) if (!isCommonWord(word)) return true;
  for (let at = 1; at < text.length; at++) {
    const [before, unit] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    if (before >= 0x3400 && unit >= 0x3400 && !isCommonPair(before, unit)) return true;
  }
  return false;
}
