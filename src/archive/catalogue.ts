import type { Settings } from '../settings.ts';
import type { Archive, Entry, Group, Problem, Reading } from '../types.ts';
import { withoutDuplicates } from './duplicates.ts';
import { shortHash } from './ids.ts';
import { entryKey } from './keys.ts';
import { paths } from './paths.ts';
import type { TopicFinder } from './topics.ts';

/** Compares by UTF-16 code units: the same on every machine, unlike a locale's order. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Puts all articles in their places: duplicates out, a path for each, oldest first, grouped by year, author and topic.
 * The result does not depend on the order of `readings`.
 */
export function catalogue(
  readings: readonly Reading[],
  settings: Settings,
  topicsOf: TopicFinder,
): { archive: Archive; problems: Problem[] } {
  const { kept, problems } = withoutDuplicates(readings);
  const entries = withPaths(kept, topicsOf, problems).sort(
    (a, b) =>
      (a.time?.epoch ?? Number.NEGATIVE_INFINITY) - (b.time?.epoch ?? Number.NEGATIVE_INFINITY) ||
      byText(a.path, b.path),
  );
  const archive: Archive = {
    settings,
    entries,
    undated: entries.filter((entry) => !entry.time).length,
    years: years(entries),
    authors: groups(entries, (entry) => [entry.author], paths.author),
    topics: groups(entries, (entry) => entry.topics, paths.topic),
  };
  return { archive, problems };
}

/** Gives each article its path; where several ask for one, the first by file keeps it and the others get a suffix from their file's name. */
function withPaths(readings: Reading[], topicsOf: TopicFinder, problems: Problem[]): Entry[] {
  const taken = new Map<string, string>();
  return readings
    .sort((a, b) => byText(a.file, b.file))
    .map((reading) => {
      const { wanted } = reading;
      const owner = taken.get(wanted);
      let path = wanted;
      if (owner !== undefined) {
        for (let salt = reading.file; taken.has(path); salt += '+')
          path = wanted.replace(/\.html$/, `-${shortHash(salt)}.html`);
        problems.push(sharedPath(reading.file, wanted, owner, path));
      }
      taken.set(path, reading.file);
      return entryOf(reading, path, topicsOf(reading));
    });
}

/** Field by field: spreading so many costs twenty times as much. */
function entryOf(reading: Reading, path: string, topics: string[]): Entry {
  const { file, hash, url, title, author, time, tags, id, summary, han, words, chars, at } = reading;
  const key = entryKey(reading, path, topics);
  return {
    file,
    hash,
    url,
    title,
    author,
    time,
    tags,
    id,
    summary,
    han,
    words,
    chars,
    at,
    path,
    topics,
    key,
  };
}

function sharedPath(file: string, wanted: string, owner: string, path: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    severity: 'info',
    rule: 'shared-path',
    message: `Unexpected second article for ${wanted} (first: ${owner}), expected one: published as ${path}; give it an \`id\` of its own to choose the address`,
  };
}

function years(entries: readonly Entry[]): Archive['years'] {
  const result: Archive['years'] = new Map();
  const monthOf = (date: string): number[] => {
    const [year = '', month = ''] = date.split('-');
    const months = result.get(year) ?? new Map<string, number[]>();
    result.set(year, months);
    const positions = months.get(month) ?? [];
    months.set(month, positions);
    return positions;
  };
  let [current, positions]: [string, number[]] = ['', []];
  entries.forEach((entry, position) => {
    if (!entry.time) return;
    const own = entry.time.date.slice(0, 7);
    // Nearly every article is of the same month as the one before it.
    if (own !== current) positions = monthOf(own);
    current = own;
    positions.push(position);
  });
  return result;
}

function groups(
  entries: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
  pathOf: (name: string) => string,
): Group[] {
  const byName = new Map<string, Group>();
  entries.forEach((entry, position) => {
    for (const name of namesOf(entry)) {
      const group = byName.get(name);
      if (group) group.entries.push(position);
      else byName.set(name, { name, path: pathOf(name), entries: [position] });
    }
  });
  return [...byName.values()].sort((a, b) => b.entries.length - a.entries.length || byText(a.name, b.name));
}
