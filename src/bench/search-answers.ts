import type { IndexSource } from '../search/gram/index-files.ts';
import { open } from '../search/gram/search.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import type { Probe } from '../search/probes.ts';
import { randomFrom } from '../search/sample.ts';

/** What is asked as people type it, and what the answers say, against the texts. */
export interface Answers {
  /** Lines of commands and titles, typed as they stand, and how many found their own article before all that do not hold them. */
  lines: { asked: number; first: number };
  titles: { asked: number; first: number };
  /** Strings asked as the page asks them: files and pages that each takes; how many totals are about, and how many totals and bars that are not differ. */
  requests: number[];
  about: number;
  wrongTotals: number;
  wrongBars: number;
}

/** Lines and titles that are asked. */
const ASKED = 150;
/** What the search page asks for: hits, and candidates up to which a total is exact. */
const ASKS = { limit: 20, verifyUpTo: 40 };
/** A passage that is a line of a command. */
const LINE = /^(?:[$#] )?[a-z][a-z0-9-]+ (?=[!-~ ]*(?:^|[ ])[-/.|~])[!-~ ]{3,70}$/;

/** An article and a string of it. */
interface Typed {
  path: string;
  text: string;
}

/** Draws some articles' lines of commands, and titles that no other article's text has. */
export function drawTyped(documents: Iterable<IndexDocument>): { lines: Typed[]; titles: Typed[] } {
  const random = randomFrom(11);
  const lines: Typed[] = [];
  const titles: Typed[] = [];
  for (const { path, title, passages } of documents) {
    const own = passages.filter((passage) => LINE.test(passage));
    const line = own[Math.floor(random() * own.length)];
    if (line) lines.push({ path, text: line.replace(/^[$#] /, '') });
    if (title) titles.push({ path, text: title });
  }
  const some = (list: readonly Typed[]) => list.filter((_, at) => at % Math.ceil(list.length / ASKED) === 0);
  return { lines: some(lines), titles: some(titles) };
}

/** Asks all of it, each time an index of which nothing is in memory. @param dates of the documents, by their numbers */
export async function askAsTyped(
  { file, page }: IndexSource,
  { lines, titles }: ReturnType<typeof drawTyped>,
  probes: readonly Probe[],
  dates: readonly string[],
): Promise<Answers> {
  const ask = async (query: string, near: boolean) => {
    let requests = 0;
    const counted =
      <T>(load: (name: string) => Promise<T>) =>
      (name: string) => {
        requests++;
        return load(name);
      };
    const search = open({ file: counted(file), page: counted(page) });
    return { ...(await search.search(query, { ...ASKS, near })), requests: () => requests };
  };
  const ownFirst = async (typed: readonly Typed[]) => {
    let first = 0;
    for (const { path, text } of typed) {
      const { hits } = await ask(text, true);
      const before = hits.slice(
        0,
        hits.findIndex((hit) => hit.path === path),
      );
      if (
        hits.some((hit) => hit.path === path) &&
        before.every(({ group }) => group === hits[0]?.group && group !== 'near')
      )
        first++;
    }
    return { asked: typed.length, first };
  };
  const answers: Answers = {
    lines: await ownFirst(lines),
    titles: await ownFirst(titles),
    requests: [],
    about: 0,
    wrongTotals: 0,
    wrongBars: 0,
  };
  for (const { input, found } of probes) {
    const { total, exact, months, requests } = await ask(input, false);
    answers.requests.push(requests());
    if (!exact) answers.about++;
    else {
      if (total !== found.length) answers.wrongTotals++;
      const scanned = countBy(found.map((document) => dates[document]?.slice(0, 7) ?? ''));
      if (months.some(({ month, count }) => count !== (scanned.get(month) ?? 0))) answers.wrongBars++;
    }
  }
  return answers;
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
