/** Where somebody stopped in an article. */
export interface Place {
  /** Path of its page on this host. */
  path: string;
  /** Number of the block of text at the top of the window, from 0. */
  block: number;
  /** How much was read, in percent. */
  share: number;
  title: string;
}

/** Most places kept: the latest. */
const MOST = 30;

/** Reads kept places, the latest first. What another program left there, or a path that leads out of the archive, is passed over. @param root address of the site's root, with its slash */
export function readPlaces(kept: string | null, root: string): Place[] {
  try {
    const all: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(all) ? all.filter((one) => isPlace(one, root)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown, root: string): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { path, block, share, title }: Partial<Record<keyof Place, unknown>> = value;
  if (typeof path !== 'string' || typeof title !== 'string') return false;
  return leadsInside(path, root) && isWhole(block, Number.POSITIVE_INFINITY) && isWhole(share, 100);
}

const isWhole = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** True for a path below the root. A URL is read as the browser will read it: it leaves out tabs, and takes `\` for `/`. */
function leadsInside(path: string, root: string): boolean {
  try {
    return new URL(path, root).href.startsWith(root);
  } catch {
    return false;
  }
}

/** Places with one more, the latest first. @param isKept false where the article was read to its end: its place is forgotten */
export function addPlace(places: readonly Place[], place: Place, isKept: boolean): Place[] {
  const others = places.filter(({ path }) => path !== place.path);
  return (isKept ? [place, ...others] : others).slice(0, MOST);
}
