import { Archive } from '../archive/archive.ts';
import { bylineJoiner } from '../archive/authors.ts';
import { catalogue } from '../archive/catalogue.ts';
import type { TopicAbout } from '../archive/groups.ts';
import { readAuthorNames } from '../archive/names-file.ts';
import { redirectsOf } from '../archive/redirects.ts';
import { PackReader, type Span } from '../cache/article-pack.ts';
import type { ArticleCache, FileReading } from '../cache/articles.ts';
import type { Cache } from '../cache/cache.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import { type Fidelity, sumFidelity } from '../fidelity.ts';
import type { Scan, SourceFile } from '../files/scan.ts';
import { keyOf } from '../hash.ts';
import { locales } from '../locales/index.ts';
import { describeMedia } from '../media/describe.ts';
import { MediaIndex } from '../media/find.ts';
import { readRescued } from '../media/rescued.ts';
import type { Progress } from '../progress.ts';
import { resolveReferences } from '../references/resolve.ts';
import { Relating } from '../related/relate.ts';
import { info } from '../report.ts';
import type { Settings } from '../settings.ts';
import type { Study } from '../study/study.ts';
import { topicFinder } from '../topics/assign.ts';
import { tellsOfMatter } from '../topics/kinds.ts';
import { inOwnWords } from '../topics/own-words.ts';
import { namesOf, type Topic } from '../topics/topic.ts';
import type { Entry, MediaFile, Problem, Reading, ReadOptions } from '../types.ts';
import { programKey } from '../version.ts';
import { batches, inWorkers, type Workforce } from '../workers/pool.ts';
import type { ReadTask } from '../workers/read-worker.ts';
import { afterDeath } from './after-death.ts';
import { sortedProblems } from './problems.ts';
import { readTopics } from './read-topics.ts';
import { studyArticles } from './study-articles.ts';
import { unlistedProblem } from './unlisted.ts';

/** Repairs of a file: how many by rule, and where in which pack the rest stands, which few ask for. */
export interface FileRepairs {
  file: string;
  counts: Readonly<Record<string, number>>;
  pack: string;
  line: Span;
}

/** An archive, read and in order: everything a build needs before it writes the first page. */
export interface ArchiveReading {
  archive: Archive;
  /** What the articles' words say of one another, for somebody who has the time: the archive has it when it is asked. */
  relating: Relating;
  /** The files that articles show or link to. */
  media: MediaFile[];
  problems: Problem[];
  /** In the order of the files. */
  repairs: FileRepairs[];
  /** Of all articles together. */
  fidelity: Fidelity;
}

/** The work of reading: where, by which settings, with what earlier builds left. */
export interface ReadWork extends Workforce, Scan {
  contentDir: string;
  settings: Settings;
  cache: ArticleCache;
  /** Where it is kept what files were seen to be. */
  mediaCache: Cache;
  /** Where it is kept what was learnt of the articles' words; null where nobody asks for that. */
  studyCache: Cache | null;
  progress: Progress;
}

/**
 * The first half of every build: reads what changed and puts all articles in their places.
 * @throws {UserError} where a names file cannot be used
 */
export async function readArchive(work: ReadWork): Promise<ArchiveReading> {
  const { topics: known, problems: doubtful } = await readTopics(work);
  const authors = await readAuthorNames(work.contentDir);
  const all = await readFiles(work);
  const isDraft = ({ reading }: FileReading): boolean => !work.settings.drafts && reading?.isDraft === true;
  const drafts = all.filter(isDraft).map(({ file }) => draft(file));
  const read = all.filter((one) => !isDraft(one));
  const readings = read.map(({ reading }) => reading).filter((reading) => reading !== null);
  const { studyCache } = work;
  const studies = studyCache
    ? await studyArticles(readings, { topics: known }, { ...work, cache: studyCache })
    : new Map<string, Study>();
  const topics = inOwnWords(known, readings);
  const topicsOf = topicFinder(topics, (file) => studies.get(file)?.mentions ?? [])(readings);
  const { entries, sameAs, problems: found } = catalogue(readings, topicsOf, bylineJoiner(authors));
  const { media, problems: lost } = await resolve(work, readings, entries, sameAs);
  const relating = relatingOf(entries, studies, topics);
  const archive = new Archive(work.settings, entries, {
    aboutTopics: aboutTopics(topics),
    relations: () => relating.relations,
    otherNames: { topics: new Map(topics.map((topic) => [topic.name, namesOf(topic).slice(1)])), authors },
  });
  return {
    archive,
    relating,
    media,
    problems: sortedProblems([
      ...read.flatMap((result) => result.problems),
      ...doubtful,
      ...unlistedProblem(archive, topics),
      ...found,
      ...lost,
      ...redirectsOf(entries).problems,
      ...drafts,
      ...work.problems,
    ]),
    repairs: read.flatMap(({ file, reading, repairs }): FileRepairs[] =>
      reading && repairs
        ? [{ file, counts: reading.repairCounts, pack: reading.at.pack, line: repairs }]
        : [],
    ),
    fidelity: sumFidelity(readings.map(({ fidelity }) => fidelity)),
  };
}

/** What pages tell of topics. */
const aboutTopics = (topics: readonly Topic[]): Map<string, TopicAbout> =>
  new Map(topics.map(({ name, kind, definition }) => [name, { kind, definition }]));

/** What the articles' words say of one another; nothing where nobody studied them. */
function relatingOf(
  entries: readonly Entry[],
  studies: ReadonlyMap<string, Study>,
  known: readonly Topic[],
): Relating {
  const broad = new Set(known.filter(({ kind }) => !tellsOfMatter(kind)).map(({ name }) => name));
  const articles = entries.flatMap(({ file, path, title, author, time, topics }) => {
    const study = studies.get(file);
    if (!study) return [];
    const telling = topics.filter((name) => !broad.has(name));
    return [{ path, title, author, date: time?.date ?? '', topics: telling, ...study.related }];
  });
  return new Relating(articles.length === entries.length ? articles : []);
}

/** Finds what the articles refer to, and looks at the files among it. */
async function resolve(
  { contentDir, media, mediaCache, progress }: ReadWork,
  readings: readonly Reading[],
  entries: readonly Entry[],
  sameAs: ReadonlyMap<string, string>,
) {
  using articles = new PackReader();
  const rescued = await readRescued(contentDir);
  return resolveReferences({
    entries,
    sameAs,
    readings: new Map(readings.map((reading) => [reading.file, reading])),
    media: new MediaIndex(media, rescued),
    describe(files) {
      using stage = files.length > 0 ? progress.start('media', files.length) : null;
      const described = describeMedia(contentDir, files, mediaCache, () => stage?.tick(1));
      stage?.done();
      return described;
    },
    articles,
  });
}

const draft = (file: string): Problem => ({
  file,
  ...info(
    'draft',
    'Unexpected draft, expected an article to publish; left out: `drafts: true` in archive.yml publishes it',
  ),
});

/** Articles a task: enough to pay for the message, few enough to share the work evenly. */
const SHARE = 250;

/** Bytes of articles that this process reads itself: starting another takes longer. */
const AT_HAND = 256 << 10;

/** Reads all files, those that changed in worker processes, the others from the cache; then keeps everything for the next build. */
async function readFiles(work: ReadWork): Promise<FileReading[]> {
  const { contentDir, files, settings, cache, progress } = work;
  const found = cache.load(contentDir, files);
  using stage = progress.start('read', files.length);
  stage.tick(found.size);
  const stale = files.filter(({ file }) => !found.has(file));
  if (stale.length > 0) {
    const { slowness } = await import('../article/native-parser.ts');
    if (slowness !== null) progress.say(slowness);
  }
  // An article may end the process that reads it: not this one, but for the few that somebody edits.
  const fresh = found.size === 0 || stale.reduce((sum, { size }) => sum + size, 0) > AT_HAND;
  const keep = (results: readonly FileReading[]): void => {
    for (const result of results) found.set(result.file, result);
    stage.tick(results.length);
  };
  for (let shares = [...batches(stale, SHARE)], again = false; shares.length > 0; again = true) {
    const left: SourceFile[][] = [];
    const tasks = shares.map((share) => ({
      contentDir,
      files: share.map(({ file }) => file),
      options: readOptions(settings),
      pack: cache.newPack(share),
    }));
    const onDeath = (task: ReadTask): void => {
      const { alone, rest } = afterDeath(task, shares[tasks.indexOf(task)] ?? []);
      left.push(...rest);
      if (!alone) return;
      cache.addAlone(...alone);
      keep([alone[1]]);
    };
    for await (const pack of inWorkers('read', tasks, work, fresh || again, onDeath)) {
      const results = cache.add(pack);
      if (results.length === 0)
        throw new DamagedCache('a pack of articles was damaged while it was being made');
      keep(results);
    }
    shares = left;
  }
  stage.done();
  cache.save(files);
  return files.map(({ file }) => found.get(file)).filter((reading) => reading !== undefined);
}

/** The part of the settings that reading depends on. */
const readOptions = (settings: Settings): ReadOptions => ({
  timeZone: settings.timeZone,
  images: settings.images,
  lineBreaks: settings.lineBreaks,
  strings: locales[settings.language].reading,
  cleanOff: Object.entries(settings.clean)
    .filter(([, on]) => !on)
    .map(([rule]) => rule)
    .sort(),
});

/** Key of what all readings depend on besides the files: the program, and what the settings say about reading. */
export const readKey = (settings: Settings): string =>
  keyOf(programKey(), JSON.stringify(readOptions(settings)));
