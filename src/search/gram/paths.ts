/**
 * The table of documents: path and date, two to five bytes an article. Title and author are not in it: verification
 * reads them from the article's own page.
 */

/** Path of an article's page, and its day. */
export interface PathAndDate {
  path: string;
  /** `yyyy-mm-dd`, or '' where it has none. */
  date: string;
}

/** Between paths and days. */
const END = '\0';
/** A day is written as this plus its distance from the day before in the same month. */
const SAME_DAY = 64;

/** `2013/08/18089.html` of an article of August 2013 → `18089`; any other path as it is, after a slash. */
function packPath({ path, date }: PathAndDate): string {
  const prefix = `${date.slice(0, 4)}/${date.slice(5, 7)}/`;
  const id = path.slice(prefix.length, -'.html'.length);
  const usual = date !== '' && path === `${prefix}${id}.html` && id !== '' && !id.startsWith('/');
  return usual ? id : `/${path}`;
}

function unpackPath(packed: string, month: string): string {
  if (packed.startsWith('/')) return packed.slice(1);
  return `${month.slice(0, 4)}/${month.slice(5, 7)}/${packed}.html`;
}

/** Packs paths and days of articles in order: one path a line, then all days. Months are not in it. */
export function packPaths(articles: readonly PathAndDate[]): string {
  let month = '';
  let day = 0;
  let days = '';
  for (const { date } of articles) {
    if (date.slice(0, 7) !== month) day = 0;
    month = date.slice(0, 7);
    const own = Number(date.slice(8, 10));
    days += String.fromCharCode(SAME_DAY + own - day);
    day = own;
  }
  return articles.map(packPath).join('\n') + END + days;
}

/** Reads what `packPaths` packed. @param monthOf month (`yyyy-mm`, or '') of the article at an index */
export function unpackPaths(packed: string, monthOf: (index: number) => string): PathAndDate[] {
  const end = packed.lastIndexOf(END);
  let before = '';
  let day = 0;
  return packed
    .slice(0, end)
    .split('\n')
    .map((line, i) => {
      const month = monthOf(i);
      if (month !== before) day = 0;
      before = month;
      day += packed.charCodeAt(end + 1 + i) - SAME_DAY;
      const date = month && day > 0 ? `${month}-${String(day).padStart(2, '0')}` : month;
      return { path: unpackPath(line, month), date };
    });
}
