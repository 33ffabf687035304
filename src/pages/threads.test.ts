import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Archive } from '../archive/archive.ts';
import { catalogue } from '../archive/catalogue.ts';
import { paths } from '../archive/paths.ts';
import { NO_RELATIONS, type Thread, type ThreadKind } from '../archive/relations.ts';
import { defaults, readingOf, timeOf } from '../archive/testing.ts';
import * as t from '../locales/zh-Hans.ts';
import { pageKinds } from './index.ts';
import { noFacts } from './testing.ts';

/** The data of all pages of an archive of four articles that has these threads, each of its first two. */
function pagesWith(kinds: readonly ThreadKind[]): Map<string, Record<string, unknown>> {
  const readings = [1, 2, 3, 4].map((at) =>
    readingOf(`${1000 + at}.md`, { time: timeOf(`201${at}-08-01`), tags: ['机房'] }),
  );
  const threads: Thread[] = kinds.map((kind) => ({
    kind,
    name: kind,
    path: paths.thread(kind),
    members: [1, 2].map((number) => ({ position: number - 1, number })),
  }));
  const { entries } = catalogue(readings, ({ tags }) => tags);
  const archive = new Archive(defaults, entries, { relations: () => ({ ...NO_RELATIONS, threads }) });
  const views = pageKinds.flatMap((kind) => [...kind.views(archive, noFacts, t)]);
  return new Map(views.map(({ path, data }) => [path, data]));
}

test('pages that look at the whole archive lead to one another, to threads where there are any', () => {
  const all = [paths.list, paths.overview, paths.trends];
  for (const kinds of [[], ['event']] satisfies ThreadKind[][]) {
    const pages = pagesWith(kinds);
    const wanted = kinds.length > 0 ? [...all, paths.threads] : all;
    for (const path of [paths.time, paths.topics, paths.authors, ...wanted]) {
      const ways = pages.get(path)?.ways;
      assert.ok(Array.isArray(ways), path);
      const hrefs = ways.map(({ href }) => href);
      assert.deepEqual(
        hrefs,
        wanted.filter((other) => other !== path),
        path,
      );
    }
  }
});

test('threads stand by what they are, and each page says it: releases of one thing are called no report that goes on', () => {
  const pages = pagesWith(['releases', 'series', 'event']);
  const sections = pages.get(paths.threads)?.sections;
  assert.ok(Array.isArray(sections));
  const { event, series, releases } = t.around.kinds;
  assert.deepEqual(
    sections.map(({ name }) => name),
    [event.name, series.name, releases.name],
  );
  const fedora = pages.get(paths.thread('releases'));
  assert.equal(fedora?.note, releases.note);
  assert.deepEqual(fedora?.replay, { name: 'releases', href: '2011/08/1001.html', total: 2 });
  assert.equal(fedora?.description, `${releases.name} · releases · ${t.lists.articles(2)}`);
});
