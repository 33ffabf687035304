import { AhoCorasick } from '@monyone/aho-corasick';
import { foldText, foldWithMap, originalRange } from '../search/gram/fold.ts';
import { type Role, rolesOf } from './roles.ts';
import type { Mention, Topic } from './topic.ts';
import { isWhole } from './whole-word.ts';

/** An article's text: its title, and its passages in their order. */
interface Text {
  title: string;
  passages: readonly string[];
}

/** Finds what an article is about. The heaviest come first, then by name. */
export type TopicMatcher = (text: Text) => Mention[];

/** Characters of the first passages that make the lead. */
const LEAD = 240;
/** What a place in the title and what one in the lead counts, where one further passage counts 1; the most that further passages count. */
const TITLE = 6;
const IN_LEAD = 2;
const MOST = 8;
/** The least weight of a topic that the title does not name. */
const LEAST = 6;
/** The least share of an article's passages that name it. */
const SHARE = 0.15;
/** Topics of an article at most, and the least share of the heaviest one's weight: the rest of a long list is in passing. */
const TOPICS = 6;
const OF_HEAVIEST = 0.3;

/** A name at a place of a folded block. */
interface Hit {
  begin: number;
  end: number;
  role: Role;
}

/** A title or passage with the names in it. */
interface Block {
  text: string;
  hits: Hit[];
  /** Context words in it. */
  contexts: ReadonlySet<Role>;
}

/** The one made last: a worker process is given the same topics with every pack of articles, and making an automaton takes as long as a hundred articles. */
let last: { key: string; matcher: TopicMatcher } | null = null;

/** Makes the function that finds some topics. It is linear in the text: all names are looked for in one pass (Aho and Corasick 1975). */
export function topicMatcher(topics: readonly Topic[]): TopicMatcher {
  const key = JSON.stringify(topics);
  if (last?.key !== key) last = { key, matcher: matcherOf(topics) };
  return last.matcher;
}

function matcherOf(topics: readonly Topic[]): TopicMatcher {
  const roles = rolesOf(topics);
  const automaton = new AhoCorasick([...roles.keys()]);
  const contextOf = topics.map(() => new Set<Role>());
  for (const role of roles.values()) for (const topic of role.contextOf) contextOf[topic]?.add(role);
  const toldBy: ToldBy = (asked, contexts) =>
    new Set([...asked].filter((topic) => overlap(contextOf[topic] ?? new Set(), contexts)));
  return ({ title, passages }) => {
    const blocks = [title, ...passages.filter(isProse)].map((text) => blockOf(text, automaton, roles));
    return mentionsIn(blocks, toldBy).map(([topic, weight]) => ({
      topic: topics[topic]?.name ?? '',
      weight,
    }));
  };
}

/**
 * Of some topics, those that some context words tell the meaning of. Only topics with an ambiguous name in the text are asked about: a word may be
 * that of all topics there are.
 */
type ToldBy = (asked: ReadonlySet<number>, contexts: ReadonlySet<Role>) => Set<number>;

/** Whether two sets share an item, in time of the smaller. */
function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const item of few) if (many.has(item)) return true;
  return false;
}

/** Code, addresses and foreign words are no prose: their names are parts of commands. */
const isProse = (passage: string): boolean => /\p{Script=Han}/u.test(passage);

function blockOf(text: string, automaton: AhoCorasick, roles: ReadonlyMap<string, Role>): Block {
  const folded = foldText(text);
  const found: Hit[] = [];
  const contexts = new Set<Role>();
  for (const { begin, end, keyword } of automaton.matchInText(folded.text)) {
    const role = roles.get(keyword);
    if (!role || !isWhole(folded, begin, end)) continue;
    if (role.contextOf.length > 0) contexts.add(role);
    if (role.isName) found.push({ begin, end, role });
  }
  return { text, hits: longest(found), contexts };
}

/** Of names that overlap, the first, and of those that begin together the longest. */
function longest(found: Hit[]): Hit[] {
  let end = 0;
  return found
    .sort((a, b) => a.begin - b.begin || b.end - a.end)
    .filter((hit) => {
      if (hit.begin < end) return false;
      end = hit.end;
      return true;
    });
}

/** Topics and weights of an article. @param blocks the title first */
function mentionsIn(blocks: readonly Block[], toldBy: ToldBy): [topic: number, weight: number][] {
  const leadEnd = leadOf(blocks);
  const ambiguous = union(blocks.map(ambiguousIn));
  const contexts = blocks.map((block) => block.contexts);
  const anywhere = toldBy(ambiguous, union(contexts));
  const opening = toldBy(ambiguous, union(contexts.slice(0, leadEnd)));
  const sure = new Set(
    blocks.flatMap(({ hits }) => hits.flatMap(({ role }) => (role.needsContext ? [] : role.topic))),
  );
  const places = new Map<number, { title: boolean; lead: boolean; passages: number }>();
  for (const [at, block] of blocks.entries()) {
    // What a title means the whole article tells.
    const clear = at === 0 ? anywhere : opening;
    for (const topic of topicsOf(block, toldBy, (topic) => sure.has(topic) || clear.has(topic))) {
      const place = places.get(topic) ?? { title: false, lead: false, passages: 0 };
      if (at === 0) place.title = true;
      else place.passages++;
      if (at > 0 && at < leadEnd) place.lead = true;
      places.set(topic, place);
    }
  }
  const weights = [...places]
    .map(([topic, { title, lead, passages }]): [number, number] => {
      const weight = (title ? TITLE : 0) + (lead ? IN_LEAD : 0) + Math.min(passages, MOST);
      const isPassing = !title && (weight < LEAST || passages < SHARE * (blocks.length - 1));
      return [topic, isPassing ? 0 : weight];
    })
    .sort(([a, m], [b, n]) => n - m || a - b);
  const least = (weights[0]?.[1] ?? 0) * OF_HEAVIEST;
  return weights.filter(([, weight]) => weight > 0 && weight >= least).slice(0, TOPICS);
}

const union = <T>(sets: readonly ReadonlySet<T>[]): Set<T> => new Set(sets.flatMap((set) => [...set]));

/** Topics of which an ambiguous name stands in a block. */
const ambiguousIn = ({ hits }: Block): Set<number> =>
  new Set(hits.flatMap(({ role }) => (role.needsContext ? (role.topic ?? []) : [])));

/** Topics that a block names. @param isClear whether the article as a whole tells what an ambiguous name of a topic means */
function topicsOf(block: Block, toldBy: ToldBy, isClear: (topic: number) => boolean): Set<number> {
  const { text, hits } = block;
  const told = toldBy(ambiguousIn(block), block.contexts);
  const found = new Set<number>();
  let map: ReturnType<typeof foldWithMap> | null = null;
  for (const { begin, end, role } of hits) {
    const { topic } = role;
    if (topic === null || found.has(topic)) continue;
    if (role.needsContext) {
      if (!told.has(topic) && !isClear(topic)) continue;
      map ??= foldWithMap(text);
      if (!role.isWrittenSo(text.slice(...originalRange(map, begin, end)))) continue;
    }
    found.add(topic);
  }
  return found;
}

/** Number of blocks that the title and the lead take. */
function leadOf(blocks: readonly Block[]): number {
  let length = 0;
  let at = 1;
  for (; at < blocks.length && length < LEAD; at++) length += blocks[at]?.text.length ?? 0;
  return at;
}
