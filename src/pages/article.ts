import { href, paths } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import type { Archive, Entry, Location, View } from '../types.ts';
import { type PageData, type PageKind, type Row, row, type Stretch } from './page.ts';

const LAYOUT = 'article.njk';
/** How many others of the same day an article names. */
const SAME_DAY = 6;
/** How far from an article in the archive's order another may stand that its page names. */
const REACH = SAME_DAY + 2;

/** What the plan says of an article's page. The render worker makes the rest of it (`article-page.ts`): with 100,000 articles the plan has to stay small. */
export interface ArticlePlan extends PageData {
  entry: Pick<Entry, 'path' | 'title' | 'author' | 'time' | 'url' | 'topics' | 'han' | 'words'>;
  earlier: Row | null;
  later: Row | null;
  sameDay: Row[];
  /** The article's place on its month's page. */
  month: { href: string; anchor: string } | null;
  /** Address for `<link rel=canonical>`, where it is not the page's own. */
  canonical: string | null;
}

/** One page an article. */
export const articlePages: PageKind = {
  name: 'article',
  *views(archive) {
    for (const [position, entry] of archive.entries.entries())
      yield new ArticleView(archive, entry, position);
  },
  *stretches(archive) {
    const { entries } = archive;
    for (let from = 0, to = 0; from < entries.length; from = to) {
      const month = monthOf(entries[from]);
      while (to < entries.length && isOf(entries[to], month)) to += 1;
      yield articleStretch(archive, from, to);
    }
  },
};

const isOf = (entry: Entry | undefined, month: string | undefined): boolean =>
  month === undefined ? !entry?.time : (entry?.time?.date.startsWith(month) ?? false);
const monthOf = (entry: Entry | undefined): string | undefined => entry?.time?.date.slice(0, 7);

/** The articles at `[from, to)`, which a month, or no date, has in common. */
function articleStretch(archive: Archive, from: number, to: number): Stretch {
  const { entries, settings } = archive;
  const around = entries.slice(Math.max(0, from - REACH), to + REACH).map(({ key }) => key);
  return {
    name: entries[from]?.path ?? '',
    layout: LAYOUT,
    inputs: [settings.canonical, from < archive.undated, Math.min(from, REACH), to - from, ...around].join(
      '\n',
    ),
    entries: entries.slice(from, to),
    *views() {
      for (let at = from; at < to; at++) {
        const entry = entries[at];
        if (entry) yield new ArticleView(archive, entry, at);
      }
    },
  };
}

/** The view of an article's page. It only says which article is meant: a first build plans all pages before it renders the first. */
class ArticleView implements View {
  readonly #archive: Archive;
  readonly #entry: Entry;
  readonly #position: number;

  constructor(archive: Archive, entry: Entry, position: number) {
    this.#archive = archive;
    this.#entry = entry;
    this.#position = position;
  }

  get path(): string {
    return this.#entry.path;
  }

  get layout(): string {
    return LAYOUT;
  }

  get body(): Location {
    return this.#entry.at;
  }

  get source(): string {
    return this.#entry.file;
  }

  get inputs(): string {
    const { hash, file, topics } = this.#entry;
    // Everything else of the entry comes from its bytes, its name and the code that read it.
    return JSON.stringify([hash, file, topics, this.#neighbours(), this.#archive.settings.canonical]);
  }

  get data(): Record<string, unknown> {
    return articlePlan(this.#entry, this.#neighbours(), this.#archive.settings.canonical);
  }

  #neighbours(): Neighbours {
    const [archive, entry, position] = [this.#archive, this.#entry, this.#position];
    const dated = (place: number): Entry | undefined =>
      entry.time && place >= archive.undated ? archive.entries[place] : undefined;
    const [earlier, later] = [dated(position - 1), dated(position + 1)];
    return {
      earlier: earlier ? row(earlier) : null,
      later: later ? row(later) : null,
      sameDay: sameDay(archive, entry, position).map(row),
    };
  }
}

type Neighbours = Pick<ArticlePlan, 'earlier' | 'later' | 'sameDay'>;

function articlePlan(entry: Entry, neighbours: Neighbours, canonical: Settings['canonical']): ArticlePlan {
  const { path, title, author, time, url, topics, han, words } = entry;
  return {
    title,
    description: entry.summary,
    entry: { path, title, author, time, url, topics, han, words },
    ...neighbours,
    month: time && {
      href: href(paths.month(time.date.slice(0, 4), time.date.slice(5, 7))),
      anchor: `d-${time.date.slice(8)}`,
    },
    canonical: canonical === 'original' ? url : null,
  };
}

/** Articles of the same day, those nearest in time first come from both sides; earlier and later neighbours stand elsewhere. */
function sameDay(archive: Archive, entry: Entry, position: number): Entry[] {
  const found: Entry[] = [];
  const onDay = (at: number): Entry | undefined => {
    const other = archive.entries[at];
    return other?.time && other.time.date === entry.time?.date ? other : undefined;
  };
  for (let at = position - 2, other = onDay(at); other && found.length < SAME_DAY / 2; other = onDay(--at))
    found.unshift(other);
  for (let at = position + 2, other = onDay(at); other && found.length < SAME_DAY; other = onDay(++at))
    found.push(other);
  return found;
}
