import { warning } from '../report.ts';
import type { Entry, Problem, Reading } from '../types.ts';
import { authorVariants, type BylineJoiner } from './authors.ts';
import { withoutDuplicates } from './duplicates.ts';
import { shortHash } from './ids.ts';
import { entryKey } from './keys.ts';
import { byText } from './order.ts';

/** Finds the topics of an article. */
type TopicsOf = (reading: Reading) => string[];

/**
 * Puts all articles in their places: duplicates out, a path for each, oldest first.
 * The result does not depend on the order of `readings`.
 */
export function catalogue(
  readings: readonly Reading[],
  topicsOf: TopicsOf,
  join: BylineJoiner = (byline) => byline,
): { entries: Entry[]; sameAs: ReadonlyMap<string, string>; problems: Problem[] } {
  const { kept, sameAs, problems } = withoutDuplicates(readings);
  const entries = withPaths(kept, topicsOf, join, problems).sort(
    (a, b) =>
      (a.time?.epoch ?? Number.NEGATIVE_INFINITY) - (b.time?.epoch ?? Number.NEGATIVE_INFINITY) ||
      byText(a.path, b.path),
  );
  return { entries, sameAs, problems: [...problems, ...authorVariants(entries)] };
}

/** Gives each article its path; where several ask for one, the first by file keeps it and the others get a suffix from their file's name. */
function withPaths(
  readings: Reading[],
  topicsOf: TopicsOf,
  join: BylineJoiner,
  problems: Problem[],
): Entry[] {
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
      return entryOf(reading, path, topicsOf(reading), join(reading.author));
    });
}

/** Shared by all articles until their references are resolved, and by those without. */
const NO_REFERENCES: Entry['references'] = [];

/** Field by field: spreading so many costs twenty times as much. */
function entryOf(reading: Reading, path: string, topics: string[], author: string): Entry {
  const { file, hash, url, title, time, tags, id, summary, han, words, chars, at } = reading;
  const { aliases, slug, cover, sourceChars } = reading;
  const key = entryKey(reading, path, topics, author);
  return {
    file,
    hash,
    url,
    title,
    author,
    time,
    tags,
    id,
    aliases,
    slug,
    cover,
    references: NO_REFERENCES,
    summary,
    han,
    words,
    chars,
    sourceChars,
    at,
    path,
    topics,
    key,
  };
}

function sharedPath(file: string, wanted: string, owner: string, path: string): Problem {
  const message = `Unexpected second article for ${wanted} (first: ${owner}), expected one: published as ${path}; give it an \`id\` of its own to choose the address`;
  return { file, ...warning('shared-path', message), severity: 'info' };
}
