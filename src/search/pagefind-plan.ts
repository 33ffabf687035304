import { grouped } from '../locales/grouped.ts';
import type { Settings } from '../settings.ts';

/** An article as the plan of word search asks for it. */
interface Sized {
  title: string;
  /** Characters of text in the body. */
  chars: number;
}

/** Word search as it is going to be built, or why it is not. */
export interface PagefindPlan {
  build: boolean;
  reason: string;
  /** Characters of text, besides its title, that an article brings along at most. */
  share: number;
}

/**
 * Characters that one index of Pagefind takes in: its process then holds 1.4 GB at most, when it writes. An archive beyond has several,
 * made one after the other and asked together.
 */
export const VOLUME = 2_500_000;

/** Characters for each article from which `auto` begins another volume: more text does not make ranking better, and each volume costs a query its own requests. */
const WORTH = 200;
/** Characters of a title, a heading or a name that word search takes in: Pagefind takes time with the square of a text that nothing divides. */
export const LINE = 300;

/** Volumes that `auto` makes at most. */
const MOST_VOLUMES = 5;

/** Shares that `auto` gives, so that one more article does not change what all others bring along; no article is a book. */
const SHARES = [10, 15, 20, 30, 50, 70]
  .flatMap((step) => [1, 10, 100, 1_000].map((unit) => step * unit))
  .sort((a, b) => a - b);

/** Characters that an article takes of a volume. */
const weightOf = ({ title, chars }: Sized, share: number): number =>
  Math.min(title.length, LINE) + Math.min(chars, share);

/**
 * Decides whether word search is built and of how much of each article: by the archive and its settings, never by the machine, so that
 * builds stay reproducible.
 */
export function pagefindPlan(
  { search: { pagefind } }: Pick<Settings, 'search'>,
  articles: readonly Sized[],
): PagefindPlan {
  if (pagefind === 'off') return { build: false, reason: 'search.pagefind is off', share: 0 };
  const whole = { build: true, reason: 'all text of every article', share: Number.MAX_SAFE_INTEGER };
  if (pagefind === 'on') return whole;
  const volumes = Math.min(MOST_VOLUMES, Math.max(1, Math.ceil((articles.length * WORTH) / VOLUME)));
  const longest = articles.reduce((most, { chars }) => Math.max(most, chars), 0);
  const fits = (share: number): boolean =>
    articles.reduce((sum, article) => sum + weightOf(article, share), 0) <= volumes * VOLUME;
  const share = SHARES.findLast(fits) ?? 0;
  if (longest <= share) return whole;
  return {
    build: true,
    reason: `title and up to ${grouped(share)} characters of each article; search.pagefind: on in archive.yml takes all text`,
    share,
  };
}

/** Articles that share an index. */
export interface Volume<One> {
  articles: One[];
  /** Characters of text that they bring along. */
  chars: number;
}

/** Divides articles, oldest first, into volumes: what is added at the end changes the last one. */
export function volumesOf<One extends Sized>(
  articles: readonly One[],
  { share }: PagefindPlan,
): Volume<One>[] {
  let volume: Volume<One> = { articles: [], chars: 0 };
  const volumes = [volume];
  for (const article of articles) {
    const chars = weightOf(article, share);
    if (volume.articles.length > 0 && volume.chars + chars > VOLUME) {
      volume = { articles: [], chars: 0 };
      volumes.push(volume);
    }
    volume.articles.push(article);
    volume.chars += chars;
  }
  return volumes;
}
