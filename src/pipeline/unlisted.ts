import type { Archive } from '../archive/archive.ts';
import { NAMES_FILES } from '../archive/names-file.ts';
import { info } from '../report.ts';
import type { Unlisted } from '../topics/counted.ts';
import { namesOf, type Topic } from '../topics/topic.ts';
import { evenly, unlistedNames } from '../topics/unlisted.ts';
import type { Entry, Problem } from '../types.ts';

/** Articles whose titles a build looks at: more would be seen in the time of an edit. */
const TITLES = 4_000;
/** Names that the build's line has. */
const NAMED = 8;
/** Articles whose titles and leads the command looks at. */
const LEADS = 50_000;

/** An article's title and the beginning of its text, without the word that it is cut in. */
const lead = ({ title, summary }: Entry): string => `${title}\n${summary.replace(/[\w.-]*…?$/, '')}`;

/** Frequent names in titles and leads that no topic has. */
export const unlistedOf = (archive: Archive, topics: readonly Topic[]): Unlisted[] =>
  unlistedNames(evenly(archive.entries, LEADS).map(lead), knownNames(archive, topics));

/** One line for the report: the most frequent names in titles that no topic has; none where there are none. */
export function unlistedProblem(archive: Archive, topics: readonly Topic[]): Problem[] {
  const titles = evenly(archive.entries, TITLES).map(({ title }) => title);
  const names = unlistedNames(titles, knownNames(archive, topics)).slice(0, NAMED);
  if (names.length === 0) return [];
  const list = names.map(({ name, articles }) => `${name} (${articles})`).join(', ');
  const file = NAMES_FILES.topics;
  const message = `Unexpected frequent names in titles, expected topics that have them: ${list}; «npm run topics» lists more, with lines for ${file}`;
  return [{ file, ...info('unlisted-name', message) }];
}

const knownNames = (archive: Archive, topics: readonly Topic[]): string[] => [
  ...topics.flatMap(namesOf),
  ...archive.topics.map(({ name }) => name),
  ...archive.authors.map(({ name }) => name),
];
