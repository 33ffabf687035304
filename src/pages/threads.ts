import type { Archive } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import { THREAD_KINDS, type Thread, type ThreadKind } from '../archive/relations.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** All threads, the one that was last written of first. */
export const threadIndex = pageKind({
  name: 'threads',
  layout: 'threads.njk',
  *pages({ archive }) {
    const threads = summaries(archive).sort(byLatest);
    if (threads.length > 0) yield { path: paths.threads, inputs: { threads, ways: waysIn(archive) } };
  },
  data: ({ threads, ways }, t) => ({
    title: t.around.threadsTitle,
    description: t.around.threadsNote,
    nav: 'time',
    up: link(t.lists.timeTitle, paths.time),
    ways: waysFrom(paths.threads, ways, t),
    count: threads.length,
    sections: THREAD_KINDS.flatMap((kind) => {
      const own = threads.filter((thread) => thread.kind === kind);
      return own.length > 0 ? [{ ...t.around.kinds[kind], threads: own.map(threadLink) }] : [];
    }),
  }),
});

/** One page a thread: its articles in their order, each with its distance from the one before. */
export const threadPages = pageKind({
  name: 'thread',
  layout: 'thread.njk',
  *pages({ archive }) {
    for (const thread of archive.relations.threads)
      yield {
        path: thread.path,
        inputs: {
          kind: thread.kind,
          name: thread.name,
          rows: archive.rows(thread.members.map(({ position }) => position)),
          ...spanOf(archive, thread),
        },
      };
  },
  data({ kind, name, rows, from, to }, t) {
    const list = rows.list();
    return {
      title: name,
      description: `${t.around.kinds[kind].name} · ${name} · ${t.lists.articles(list.length)}`,
      nav: 'time',
      up: link(t.around.threadsTitle, paths.threads),
      name,
      note: t.around.kinds[kind].note,
      replay: { name, href: list[0]?.href ?? '', total: list.length },
      span: span(from, to),
      rows: list.map((row, at) => {
        const before = list[at - 1]?.date;
        return {
          ...row,
          distance: before && row.date ? t.around.distance(before, row.date) : '',
        };
      }),
    };
  },
});

/** A thread as lists show it. */
interface ThreadSummary {
  kind: ThreadKind;
  name: string;
  path: string;
  /** Number of its articles. */
  count: number;
  /** First and last day, or empty. */
  from: string;
  to: string;
}

const summaries = (archive: Archive): ThreadSummary[] =>
  archive.relations.threads.map((thread) => ({
    kind: thread.kind,
    name: thread.name,
    path: thread.path,
    count: thread.members.length,
    ...spanOf(archive, thread),
  }));

const byLatest = (a: ThreadSummary, b: ThreadSummary): number =>
  a.to === b.to ? (a.path < b.path ? -1 : 1) : a.to > b.to ? -1 : 1;

/** The threads of most articles; of equal ones those that were last written of. */
export const longestThreads = (archive: Archive, count: number): ThreadSummary[] =>
  summaries(archive)
    .sort((a, b) => b.count - a.count || byLatest(a, b))
    .slice(0, count);

/** A thread as a row of a list. */
export const threadLink = ({ name, path, count, from, to }: ThreadSummary) => ({
  ...link(name, path),
  count,
  span: span(from, to),
});

/** First and last day of a thread; empty where nothing in it is dated. */
function spanOf({ entries }: Archive, { members }: Thread): { from: string; to: string } {
  const dates = members
    .map(({ position }) => entries[position]?.time?.date ?? '')
    .filter((date) => date !== '');
  const [first = '', ...rest] = dates.sort();
  return { from: first, to: rest.at(-1) ?? first };
}

const span = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`);
