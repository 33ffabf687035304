import { warning } from '../report.ts';
import { fold } from '../search/gram/fold.ts';
import type { Problem } from '../types.ts';
import { isSearched, LONGEST_NAME } from './roles.ts';
import { namesOf, type Topic } from './topic.ts';
import type { TopicEntry } from './topics-file.ts';

/** Topics without doubles, and what is off with them. */
interface Joined {
  topics: Topic[];
  problems: Problem[];
}

/**
 * Joins an archive's own topics with the shipped ones, in time linear in both. The archive's come first, and have what they claim: a shipped
 * topic whose name is one of theirs becomes a part of it, an alias that is theirs is no other topic's, and `false` takes a topic out.
 * @param file of the archive's own, for messages
 */
export function joinTopics(own: readonly TopicEntry[], shipped: readonly Topic[], file: string): Joined {
  const problems: Problem[] = [];
  const warn = (line: number, message: string): void => {
    problems.push({ file, ...warning('topic-name', message, line) });
  };
  const claims = claimsOf(own, warn);
  const excluded = new Map(own.filter(({ said }) => !said).map((entry) => [fold(entry.name), entry]));
  const known = new Set(shipped.flatMap(namesOf).map(fold));
  for (const [name, entry] of excluded)
    if (!known.has(name))
      warn(
        entry.line,
        `Unexpected exclusion of ${entry.name}, expected the name of a shipped topic; it does nothing`,
      );
  const joined = new Map(
    own.flatMap(({ name, said }): [string, Topic][] =>
      said ? [[name, { ...said, name, isShipped: false }]] : [],
    ),
  );
  const rest: Topic[] = [];
  for (const topic of shipped) {
    const name = fold(topic.name);
    if (excluded.has(name)) continue;
    const owner = joined.get(claims.get(name)?.name ?? '');
    const isFree = (one: string): boolean => !claims.has(fold(one)) && !excluded.has(fold(one));
    const left = { ...topic, aliases: topic.aliases.filter(isFree), sure: topic.sure.filter(isFree) };
    if (owner) joined.set(owner.name, merged(owner, left));
    else rest.push(left);
  }
  return { topics: [...joined.values(), ...rest], problems };
}

/** Which entry has which folded name; of several the first. */
function claimsOf(
  own: readonly TopicEntry[],
  warn: (line: number, message: string) => void,
): Map<string, TopicEntry> {
  const claims = new Map<string, TopicEntry>();
  // A topic's own name comes before other topics' aliases for it.
  for (const entry of own)
    if (entry.said && !claims.has(fold(entry.name))) claims.set(fold(entry.name), entry);
  for (const entry of own)
    for (const name of entry.said ? [entry.name, ...entry.said.aliases, ...entry.said.sure] : []) {
      const folded = fold(name);
      const other = claims.get(folded);
      if (other && other !== entry)
        warn(
          entry.line,
          `Unexpected alias ${name} of two topics, expected one; ${other.name} (line ${other.line}) has it, ${entry.name} does not`,
        );
      else claims.set(folded, entry);
      if (folded.length > LONGEST_NAME)
        warn(
          entry.line,
          `Unexpected name of ${folded.length} characters, expected ${LONGEST_NAME} at most; it is found in tags only: ${name.slice(0, LONGEST_NAME)}…`,
        );
      else if (!isSearched(folded, (entry.said?.context.length ?? 0) > 0))
        warn(
          entry.line,
          `Unexpected name ${name} of one character, expected two or more; it is found in tags only. Words under \`context\` say when it is meant in a text`,
        );
    }
  return claims;
}

/** An archive's topic with what the shipped list knows of it. */
function merged(own: Topic, shipped: Topic): Topic {
  // What the archive names without conditions needs no context, be the shipped name ever so ambiguous.
  const isOpen = own.context.length === 0 && shipped.context.length > 0;
  return {
    ...own,
    aliases: isOpen ? [shipped.name, ...shipped.aliases] : [...own.aliases, shipped.name, ...shipped.aliases],
    sure: [
      ...own.sure,
      ...(isOpen ? own.aliases.filter((name) => name !== shipped.name) : []),
      ...shipped.sure,
    ],
    context: [...own.context, ...shipped.context],
    except: [...own.except, ...shipped.except],
    kind: own.kind || shipped.kind,
    definition: own.definition || shipped.definition,
  };
}
