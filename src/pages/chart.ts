/** A number of articles, and where they are. */
interface Counted {
  label: string;
  /** Relative to the site's root; null where the bar leads nowhere. */
  href: string | null;
  count: number;
}

/** One bar of a bar chart, whose fullest is 100 high. */
interface Bar extends Counted {
  /** 0 to 100; at least 4 where anything is counted, so that one article in a year of thousands stays visible. */
  height: number;
}

/** Bars in proportion to the largest count, rounded to tenths of a unit. */
export function bars(items: readonly Counted[]): Bar[] {
  const largest = Math.max(1, ...items.map(({ count }) => count));
  return items.map((item) => {
    const height = item.count ? Math.max(4, Math.round((item.count / largest) * 1000) / 10) : 0;
    return { ...item, height };
  });
}

/**
 * An author's or a topic's articles as bars over the years from its first to its last; none for a single year.
 * @param hrefOf where a year's articles begin
 */
export const groupBars = (
  years: readonly { year: string; count: number }[],
  hrefOf: (year: string) => string,
): Bar[] => (years.length > 1 ? yearBars(years, hrefOf) : []);

/**
 * A bar a year from the first to the last, gaps included, at most 60: a stray date of the year 1 must not make two thousand bars.
 * @param years those that have articles, ascending
 */
function yearBars(
  years: readonly { year: string; count: number }[],
  hrefOf: (year: string) => string,
): Bar[] {
  const [first, last] = [Number(years[0]?.year), Number(years.at(-1)?.year)];
  const counts = new Map(years.map(({ year, count }) => [Number(year), count]));
  const items: Counted[] = [];
  for (let year = Math.max(first, last - 59); year <= last; year++) {
    const label = String(year).padStart(4, '0');
    const count = counts.get(year) ?? 0;
    items.push({ label, href: count ? hrefOf(label) : null, count });
  }
  return bars(items);
}
