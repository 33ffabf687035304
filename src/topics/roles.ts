import { fold } from '../search/gram/fold.ts';
import type { Topic } from './topic.ts';

/** What a string of the text may mean to the topics. */
export interface Role {
  /** True for a name, and for a longer word that is none and takes the name's place. */
  isName: boolean;
  /** Number of the topic that it names; null for none. */
  topic: number | null;
  /** True where it names the topic only beside one of its context words. */
  needsContext: boolean;
  /** Topics that it is a context word of. */
  contextOf: readonly number[];
  /** Whether a stretch of text has the capitals that an ambiguous Latin name has: `Go`, not `go`. */
  isWrittenSo(written: string): boolean;
}

/** Units of a folded name at most: a longer one is a sentence. */
export const LONGEST_NAME = 60;

/** Whether the text is searched for a name: the rest are names of tags only. @param folded of one unit only beside its context words */
export const isSearched = (folded: string, needsContext: boolean): boolean =>
  folded.length >= (needsContext ? 1 : 2) && folded.length <= LONGEST_NAME;

/** Folded strings with what they mean. Where two topics claim a name, the first has it. */
export function rolesOf(topics: readonly Topic[]): Map<string, Role> {
  const roles = new Map<string, Role & { contextOf: number[] }>();
  const roleOf = (word: string): Role & { contextOf: number[] } => {
    const folded = fold(word);
    const role = roles.get(folded) ?? {
      isName: false,
      topic: null,
      needsContext: false,
      contextOf: [],
      isWrittenSo: () => true,
    };
    return roles.set(folded, role) && role;
  };
  const addName = (word: string, topic: number, needsContext: boolean): void => {
    if (!isSearched(fold(word), needsContext)) return;
    const role = roleOf(word);
    if (role.isName) return;
    Object.assign(role, { isName: true, topic, needsContext, isWrittenSo: capitals(word) });
  };
  for (const [at, { name, aliases, sure, context }] of topics.entries()) {
    for (const word of sure) addName(word, at, false);
    for (const word of [name, ...aliases]) addName(word, at, context.length > 0);
    for (const word of context) if (fold(word).length <= LONGEST_NAME) roleOf(word).contextOf.push(at);
  }
  // Last, so that what is a name of another topic stays one.
  for (const { except } of topics)
    for (const word of except) if (isSearched(fold(word), true)) roleOf(word).isName = true;
  roles.delete('');
  return roles;
}

/** Compares capitals with those of a name: where it is all capitals, so has the text to be; else its first letter counts. */
function capitals(name: string): (written: string) => boolean {
  if (/^[A-Z]{2,}$/.test(name)) return (written) => written === name;
  return /^[A-Z]/.test(name) ? (written) => /^[^a-z]/.test(written) : () => true;
}
