import { href, paths } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import type { Archive, Entry, View } from '../types.ts';
import { type PageData, type PageKind, type Row, row } from './page.ts';

/** How many others of the same day an article names. */
const SAME_DAY = 6;

/** What the plan says of an article's page. The render worker makes the rest of it (`article-page.ts`): with 100,000 articles the plan has to stay small. */
export interface ArticlePlan extends PageData {
  entry: Omit<Entry, 'at' | 'wanted' | 'address' | 'repairCounts' | 'file'>;
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
    for (const [position, entry] of archive.entries.entries()) yield articleView(archive, entry, position);
  },
};

function articleView(archive: Archive, entry: Entry, position: number): View {
  const { at, file, time } = entry;
  const dated = (place: number) => (time && place >= archive.undated ? archive.entries[place] : undefined);
  const [earlier, later] = [dated(position - 1), dated(position + 1)];
  const neighbours = {
    earlier: earlier ? row(earlier) : null,
    later: later ? row(later) : null,
    sameDay: sameDay(archive, entry, position).map(row),
  };
  const { canonical } = archive.settings;
  return {
    path: entry.path,
    layout: 'article.njk',
    body: at,
    source: file,
    // Everything else of the entry comes from its bytes, its name and the code that read it.
    inputs: JSON.stringify([entry.digest, file, entry.topics, neighbours, canonical]),
    get data() {
      return articlePlan(entry, neighbours, canonical);
    },
  };
}

function articlePlan(
  entry: Entry,
  neighbours: Pick<ArticlePlan, 'earlier' | 'later' | 'sameDay'>,
  canonical: Settings['canonical'],
): ArticlePlan {
  const { at: _at, wanted: _wanted, address: _address, repairCounts: _counts, file: _file, ...own } = entry;
  const { time } = entry;
  return {
    title: entry.title,
    description: entry.summary,
    entry: own,
    ...neighbours,
    month: time && {
      href: href(paths.month(time.date.slice(0, 4), time.date.slice(5, 7))),
      anchor: `d-${time.date.slice(8)}`,
    },
    canonical: canonical === 'original' ? entry.url : null,
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
