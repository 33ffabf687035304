import type { ThreadMember } from '../archive/relations.ts';
import { fold } from '../search/gram/fold.ts';
import { eventThreads, headedThreads } from './event-threads.ts';
import type { NearestFinder } from './nearest.ts';
import { numberedTitle } from './numbered-title.ts';
import { releasedTitle } from './released-title.ts';
import type { TermIndex } from './term-index.ts';
import type { FoundThread, Threadable, Titles } from './titles.ts';

/** Fewest articles of a series that numbers itself, and of releases: fewer are no thread. */
const SERIES = 3;
const RELEASES = 4;
/** Most: more are a column of the paper, not a matter that is followed. */
const LONGEST = 200;

/**
 * Finds the threads of an archive: series that number themselves or have one head, releases of one thing, then events. An article belongs to one, the surest.
 * Linear in the titles but for events, which are bounded.
 * @param isFirst false for an article whose text stands in the archive before
 */
export function findThreads(
  articles: readonly Threadable[],
  isFirst: (position: number) => boolean,
  index: TermIndex,
  finder: NearestFinder,
): FoundThread[] {
  const free = new Uint8Array(articles.length).map((_, position) => Number(isFirst(position)));
  const threads: FoundThread[] = [];
  for (const find of [series, headedThreads, releases, eventThreads])
    for (const thread of find({ articles, free, index, finder })) {
      if (thread.members.length > LONGEST || thread.members.some(({ position }) => !free[position])) continue;
      for (const { position } of thread.members) free[position] = 0;
      threads.push(thread);
    }
  return threads;
}

/** A member of a group, before it is known whether the group is a thread. */
interface Numbered extends ThreadMember {
  name: string;
}

function* series({ articles, free }: Titles): Generator<FoundThread> {
  const groups = new Map<string, Numbered[]>();
  for (const [position, { title }] of articles.entries()) {
    const found = free[position] ? numberedTitle(title) : null;
    if (found) collect(groups, found.stem, { position, name: found.name, number: found.number });
  }
  for (const group of groups.values())
    for (const own of isNumberedOnce(group) ? [group] : byAuthor(group, articles)) {
      if (own.length < SERIES || !isNumberedOnce(own)) continue;
      const members = own.toSorted((a, b) => a.number - b.number);
      // The part that calls itself the last has no number to be named by.
      const isLast = ({ number }: Numbered): boolean => number > 9000;
      yield {
        kind: 'series',
        name: commonest(own.map(({ name }) => name)),
        members: members.map((member, at) => ({
          position: member.position,
          number: isLast(member) ? (members[at - 1]?.number ?? 0) + 1 : member.number,
        })),
      };
    }
}

/** Two series of one name have the same numbers twice. */
const isNumberedOnce = (group: readonly Numbered[]): boolean =>
  new Set(group.map(({ number }) => number)).size === group.length;

function byAuthor(group: readonly Numbered[], articles: readonly Threadable[]): Iterable<Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  for (const one of group) collect(groups, articles[one.position]?.author ?? '', one);
  return groups.values();
}

function* releases({ articles, free }: Titles): Generator<FoundThread> {
  const groups = new Map<string, { position: number; name: string; version: string }[]>();
  for (const [position, { title, date }] of articles.entries()) {
    const found = free[position] && date ? releasedTitle(title) : null;
    if (found) collect(groups, fold(found.name).replace(/\s/g, ''), { position, ...found });
  }
  for (const group of groups.values()) {
    if (group.length < RELEASES || new Set(group.map(({ version }) => version)).size < RELEASES - 1) continue;
    const name = commonest(group.map((one) => one.name));
    const saying = group.filter(({ position }) => articles[position]?.title.includes('发布')).length;
    yield {
      kind: 'releases',
      name: saying * 2 > group.length ? `${name}${/\w$/.test(name) ? ' ' : ''}发布` : name,
      members: group.map(({ position }, at) => ({ position, number: at + 1 })),
    };
  }
}

function collect<T>(groups: Map<string, T[]>, name: string, one: T): void {
  const group = groups.get(name);
  if (group) group.push(one);
  else groups.set(name, [one]);
}

/** The name that is written most often, of equals the first. */
function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return names.find((name) => counts.get(name) === most) ?? '';
}
